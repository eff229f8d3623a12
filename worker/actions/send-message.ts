// One message to one person, asked for by another system: the same path and the same laws as a campaign's.
import type { CampaignConfig } from "#core/campaign/campaign";
import { valuesOf } from "#core/campaign/draft-content";
import type { RefusedSend } from "#core/contact/send";
import type { Line } from "#core/line";
import { renderMessage } from "#core/message-template/render-message";
import { capSince, unreachable } from "#core/organisation";
import type { Organisation } from "#core/organisation";
import type { Address } from "#core/phone";
import type { Actor } from "../actor.ts";
import { readBegunElsewhere } from "../db/begun.ts";
import { keepDueAt } from "../db/due-message.ts";
import { findNamedTemplate } from "../db/means.ts";
import { readRecipient } from "../db/offer.ts";
import type { Recipient } from "../db/offer.ts";
import { readOrganisation } from "../db/settings.ts";
import { notFound, Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { findPerson } from "./find-person.ts";
import type { Person } from "./find-person.ts";
import { recordDeed } from "./write-as.ts";

export type Words =
  | { readonly kind: "text"; readonly text: string; readonly media: readonly string[] }
  | {
      readonly kind: "template";
      readonly template: string;
      /** Beside what is known about the person, and before it. */
      readonly values: Readonly<Record<string, string | number | boolean>>;
    }
  | { readonly kind: "content"; readonly sid: string; readonly variables: Readonly<Record<string, string>> };

export interface NewMessage {
  /** The message's: the same twice is sent once. */
  readonly id: string;
  readonly person: Person;
  readonly lineId: string;
  readonly words: Words;
  readonly consent: CampaignConfig["consent"];
  readonly isAnswer: boolean;
}

export interface Asked {
  readonly messageId: string;
  readonly contactId: string;
  /** Not before; null for at once. Epoch milliseconds. */
  readonly dueAt: number | null;
}

/** Who wrote in the last day may be answered at any hour, and read free text on WhatsApp (Twilio: customer service window). */
const ANSWERABLE_MS = 24 * 3_600_000;

const REFUSED: Readonly<Record<RefusedSend | "country" | "not-verified" | "window" | "unheard", string>> = {
  "opted-out": "This person has asked to hear nothing from us.",
  suppressed: "We were told that this person wants to hear nothing from us.",
  "no-consent": "This person has not agreed to hear from us: record their grant first.",
  "frequency-cap": "This person has had as many messages as the frequency cap allows.",
  "never-open": "This line has no opening hours in the year ahead.",
  country: "This line sends nothing to numbers of that country.",
  "not-verified":
    "The account is on trial, and this number is not among its verified ones (settings, verifiedNumbers).",
  window:
    "WhatsApp takes only approved content for somebody who has not written for 24 hours: send contentSid.",
  unheard: "They have not written in the last 24 hours, so there is nothing to answer.",
  unreachable: "This person cannot be reached on this line.",
  "in-conversation": "This person is in a conversation on this line.",
  expired: "It is too late for this message.",
  passed: "This message has been overtaken.",
  silent: "There is nothing to say.",
};

/** Throws `not_found`, `invalid`, or `conflict` with `details.why` where the person may not be sent it. */
export async function sendMessage(services: Services, actor: Actor, message: NewMessage): Promise<Asked> {
  const { id, lineId, words, consent, isAnswer } = message;
  const organisation = await readOrganisation(services.d1);
  const { address, addressId, contactId } = await findPerson(services, message.person, lineId, organisation);
  const recipient = await readRecipient(services.d1, addressId, lineId);
  const { line, profile, permission } = recipient;
  if (line === null) throw notFound("line", lineId);
  const said = await write(services, words, line, recipient);
  const now = services.clock.now();
  const against = objection(address, recipient, line, organisation, isAnswer, said.content === null, now);
  if (against !== null) throw refusal(against);

  const { frequencyCap } = organisation;
  const begunElsewhere =
    frequencyCap === null || isAnswer
      ? 0
      : await readBegunElsewhere(services.d1, addressId, capSince(frequencyCap, now));
  const rules = { consent, frequencyCap, begunElsewhere, isAnswer };
  const request = { id, address, line, profile, permission, ...rules, ...said };
  const answer = await services.contact(addressId).send({ ...request, now });
  if (answer.kind === "refused") throw refusal(answer.why);
  if (answer.kind === "repeated") return { messageId: id, contactId, dueAt: null };
  if (answer.dueAt !== null) await keepDueAt(services.d1, { id, addressId, dueAt: answer.dueAt }, now);
  await recordDeed(services, actor, {
    action: "message.send",
    subject: { kind: "message", id },
    detail: { lineId, addressId },
  });
  return { messageId: id, contactId, dueAt: answer.dueAt };
}

/** What D1 knows against it; what the person decided, their object knows best. */
function objection(
  address: Address,
  { lastHeardAt }: Recipient,
  line: Line,
  organisation: Organisation,
  isAnswer: boolean,
  isFree: boolean,
  now: number,
): keyof typeof REFUSED | null {
  const hasWritten = lastHeardAt !== null && lastHeardAt > now - ANSWERABLE_MS;
  if (isAnswer && !hasWritten) return "unheard";
  if (line.channel === "whatsapp" && isFree && !hasWritten) return "window";
  return isAnswer || address.kind !== "phone" ? null : unreachable(address.value, line, organisation);
}

async function write({ db }: Services, words: Words, { channel, language }: Line, { profile }: Recipient) {
  switch (words.kind) {
    case "text":
      return { text: words.text, media: words.media, content: null };
    case "content":
      return { text: "", media: [], content: { sid: words.sid, variables: words.variables } };
    case "template": {
      const row = await findNamedTemplate(db, words.template);
      if (row === null) throw notFound("template", words.template);
      const values = { ...valuesOf(profile?.fields ?? {}), ...words.values };
      const rendered = renderMessage(row.document, values, channel, profile?.language ?? language);
      if (rendered.kind === "ok") {
        const { text, media, content } = rendered;
        return { text, media, content };
      }
      throw rendered.kind === "missing"
        ? invalidAt(
            ...rendered.placeholders.map((name) => ({ path: `values.${name}`, message: "is missing" })),
          )
        : invalidAt({ path: "template", message: `cannot be sent to this person: ${rendered.problem}` });
    }
    default:
      return words satisfies never;
  }
}

function refusal(why: keyof typeof REFUSED): Problem {
  return new Problem("conflict", REFUSED[why], { why });
}
