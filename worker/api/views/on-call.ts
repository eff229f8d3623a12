// Who would be called at an instant, in words a coordinator can check the rota by.
import * as z from "zod";
import type { OnCall, WhoIsOnCall } from "../../actions/explain-on-call.ts";
import type { Actor } from "../../actor.ts";
import { AddressValue, showAddress } from "./person.ts";
import { Time, toTime } from "./time.ts";

const SKIPS = ["inactive", "no-phone", "quarantined", "busy", "caller", "left"] as const;

export const OnCallView = z
  .object({
    at: Time,
    zone: z.string().meta({ description: "The group's: shifts are by its clock." }),
    order: z.enum(["fixed", "round-robin", "least-recent"]).meta({
      description:
        "Fixed: as the rota has them. Otherwise calls before then may still change who comes first.",
    }),
    people: z
      .array(
        z.object({
          volunteerId: z.string(),
          name: z.string().nullable().meta({ description: "Null for who is no member any more." }),
          phone: AddressValue,
          shiftId: z.string(),
          startsAt: Time,
          endsAt: Time,
          why: z.string().meta({ description: "The rule that put them there, as a sentence." }),
          isCalled: z.boolean(),
          skipped: z
            .object({ kind: z.enum(SKIPS), text: z.string() })
            .nullable()
            .meta({ description: "Why they are on shift and not called." }),
        }),
      )
      .meta({ description: "Everybody on shift, in the order they are rung." }),
    nobody: z.string().nullable().meta({ description: "Why the rota has nobody; null where it has." }),
    otherwise: z
      .string()
      .meta({ description: "What becomes of a call that nobody answers, or that there is nobody for." }),
  })
  .meta({ id: "OnCall" });

export function toOnCallView({ config, at, people, nobody }: WhoIsOnCall, actor: Actor) {
  return {
    at: toTime(at),
    zone: config.zone,
    order: config.order,
    people: people.map((person) => toPersonOnCall(person, actor)),
    nobody: nobody === null ? null : toSentence(nobody),
    otherwise: describeOtherwise(config, actor),
  };
}

function toPersonOnCall(person: OnCall, actor: Actor) {
  const { volunteerId, volunteer, during, why, skipped } = person;
  return {
    volunteerId,
    name: volunteer?.name ?? null,
    phone: showAddress(volunteer?.phone ?? null, actor),
    shiftId: during.shiftId,
    startsAt: toTime(during.startsAt),
    endsAt: toTime(during.endsAt),
    why: `${volunteer?.name ?? "Somebody who left"} is ${why}.`,
    isCalled: skipped === null,
    skipped: skipped === null ? null : { kind: skipped, text: describeSkip(person) },
  };
}

function describeSkip({ skipped, volunteer }: OnCall): string {
  switch (skipped) {
    case "inactive":
      return "They take no calls at present.";
    case "no-phone":
      return "They have no phone to be called on.";
    case "quarantined":
      return `Calls to their telephone could not be put through: it is not rung until ${toTime(volunteer?.quarantinedUntil ?? 0)}.`;
    case "busy":
      return "They are on a call, or being rung for one.";
    case "caller":
      return "It is they who call.";
    case "left":
      return "They are no member of this helpline any more.";
    case null:
      return "";
    default:
      return skipped satisfies never;
  }
}

function describeOtherwise(
  { otherwise, voicemail, coordinators }: WhoIsOnCall["config"],
  actor: Actor,
): string {
  const { length } = voicemail.emails.length > 0 ? voicemail.emails : coordinators;
  const message =
    length === 0
      ? "asked to leave a message, which is mailed to the operators, if any are named"
      : `asked to leave a message, which is mailed to ${length === 1 ? "one address" : `${length} addresses`}`;
  return otherwise.kind === "voicemail"
    ? `The caller is ${message}.`
    : `The call goes on to ${showAddress(otherwise.number, actor)}; where nobody answers there, the caller is ${message}.`;
}

function toSentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
}
