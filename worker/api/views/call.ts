// Calls as the API shows them, each with its story in words. Viewers see numbers masked.
import * as z from "zod";
import type { CallOutcome, CallState, TraceEntry } from "#core/helpline/call";
import type { CallFigures } from "#core/helpline/figures";
import { tellEntry } from "#core/helpline/tell-call";
import { voicemailIdOf } from "#core/helpline/voicemail";
import type { Actor } from "../../actor.ts";
import type { ShownCall } from "../../db/call-log.ts";
import { PersonView, showAddress, toPersonView } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

const STATES = ["menu", "ringing", "talking", "voicemail", "ended"] as const satisfies readonly CallState[];
export const OUTCOMES = [
  "answered",
  "forwarded",
  "voicemail",
  "informed",
  "blocked",
  "missed",
] as const satisfies readonly CallOutcome[];

export const CallView = z
  .object({
    id: z.string(),
    helplineId: z.string(),
    helplineName: z.string().nullable(),
    caller: PersonView.nullable().meta({ description: "Null for who withheld their number." }),
    number: z.string().meta({ description: "The one that was called." }),
    language: z.string(),
    state: z.enum(STATES),
    outcome: z.enum(OUTCOMES).nullable().meta({ description: "Null until it ends." }),
    answeredBy: z.object({ volunteerId: z.string(), name: z.string().nullable() }).nullable(),
    startedAt: Time,
    answeredAt: Time.nullable(),
    endedAt: Time.nullable(),
    voicemailId: z.string().nullable(),
    story: z
      .array(z.object({ at: Time, text: z.string() }))
      .meta({ description: "What happened, in words and in order." }),
  })
  .meta({ id: "Call" });

export type VolunteerNames = ReadonlyMap<string, string>;

export function toCallView({ call, ...caller }: ShownCall, names: VolunteerNames, actor: Actor) {
  const { id, helplineId, number, language, state, outcome, answeredBy, trace } = call;
  const words = {
    volunteer: (volunteerId: string) => names.get(volunteerId) ?? "somebody who left",
    number: (other: string) => showAddress(other, actor) ?? "",
  };
  return {
    id,
    helplineId,
    helplineName: caller.helplineName,
    caller: toCaller(call.addressId, caller, actor),
    number,
    language,
    state,
    outcome,
    answeredBy: answeredBy === null ? null : { volunteerId: answeredBy, name: names.get(answeredBy) ?? null },
    startedAt: toTime(call.startedAt),
    answeredAt: toTimeOrNull(call.answeredAt),
    endedAt: toTimeOrNull(call.endedAt),
    voicemailId: outcome === "voicemail" ? voicemailIdOf(id) : null,
    story: trace.map((entry) => ({ at: toTime(entry.at), text: tellEntry(entry, words) })),
  };
}

export function toCaller(addressId: string | null, caller: Omit<ShownCall, "call">, actor: Actor) {
  return addressId === null ? null : toPersonView({ ...caller, addressId }, actor);
}

/** Whose names its story needs. */
export function volunteersIn(trace: readonly TraceEntry[]): string[] {
  return trace.flatMap((entry) => ("volunteerId" in entry ? [entry.volunteerId] : []));
}

const Count = z.int().min(0);
export const CallFiguresView = z
  .object({
    from: Time,
    to: Time,
    zone: z.string(),
    calls: Count,
    underWay: Count,
    outcomes: z.record(z.enum(OUTCOMES), Count),
    hours: z.array(z.object({ hour: z.int().min(0).max(23), answered: Count, missed: Count })).meta({
      description:
        "By the group's clock. Answered: by a volunteer or the other number; missed: neither, whether a message was left or not.",
    }),
    secondsToAnswer: z
      .object({ median: Count, p90: Count })
      .nullable()
      .meta({ description: "From the call to a volunteer's 1; null where nobody answered." }),
  })
  .meta({ id: "CallFigures" });

export function toCallFiguresView(
  figures: CallFigures,
  { from, to, zone }: { readonly from: number; readonly to: number; readonly zone: string },
) {
  return { from: toTime(from), to: toTime(to), zone, ...figures };
}
