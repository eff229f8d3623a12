// May a message go that the object hears of for the first time? A campaign's page offers it in the last moment before its slot.
import type { CampaignConfig } from "#core/campaign/campaign";
import { closingOfAny, openingOfAll } from "#core/campaign/open";
import type { Pinned } from "#core/campaign/sending";
import { standing } from "#core/consent/standing";
import type { Permission, Standing } from "#core/consent/standing";
import { APART_MS, CLOSING_SOUGHT_MS, grant } from "#core/contact/claim";
import type { Claim } from "#core/contact/claim";
import { wakesAt } from "#core/contact/keeping";
import type { Conversation, KnownProfile, Memory, Outgoing, PinnedFlow } from "#core/contact/memory";
import { zonesOfPerson } from "#core/contact/person";
import { isOptedOut, recall, silencedAt } from "#core/contact/refusal";
import type { Hours } from "#core/hours";
import type { Line } from "#core/line";
import { capSince } from "#core/organisation";
import type { Address } from "#core/phone";

/** A conversation that is waited for is looked at again at least this often. */
const CONVERSATION_LOOK_MS = 3_600_000;

/** What the page knows: the message, the rules it goes by, and today's permission from D1. */
export interface Offered {
  /** Its `campaign` says whose it is; the text is empty where a flow speaks. */
  readonly message: Outgoing;
  readonly address: Address;
  readonly line: Line;
  readonly profile: KnownProfile | null;
  readonly permission: Permission;
  /**
   * Towards the frequency cap, beside what the object counts itself: what we began at the person's other addresses as D1 has
   * heard of it, less earlier attempts at this message that came to nothing.
   */
  readonly begunElsewhere: number;
  /** The flow that begins with it, instead of its text. */
  readonly flow: PinnedFlow | null;
  readonly rules: Rules;
}

export type Rules = Pick<Pinned, "hours" | "expiresAt" | "frequencyCap"> &
  Pick<CampaignConfig, "consent" | "inConversation">;

/** Decides the claim of an offered message that was never claimed before. */
export function decideOffered(memory: Memory, offered: Offered, now: number): Claim {
  const { message, line, rules, address } = offered;
  const refuse = (why: Extract<Claim, { kind: "refused" }>["why"]): Claim => {
    return { kind: "refused", why, lineId: line.id };
  };
  if (!("value" in address)) return refuse("unreachable");
  if (rules.expiresAt !== null && now >= rules.expiresAt) return refuse("expired");
  const where = standingOf(memory, offered);
  if (where === "opted-out" || where === "suppressed") return refuse(where);
  if (rules.consent === "granted" && where === "unknown") return refuse("no-consent");

  const zones = zonesOfOffered(memory, offered);
  const hours = hoursOf(line, rules);
  const openAt = openingOfAll(hours, zones, now, rules.expiresAt ?? Number.POSITIVE_INFINITY);
  if (openAt === null) return refuse("never-open");
  if (openAt > now) return { kind: "later", at: openAt, why: "hours" };

  const conversation = memory.conversations[line.id];
  if (conversation !== undefined && !isOwn(conversation, message)) {
    if (rules.inConversation === "skip") return refuse("in-conversation");
    if (rules.inConversation === "wait")
      return { kind: "later", at: lookAgainAt(conversation, now), why: "in-conversation" };
  }
  if (isCapped(memory, offered, now)) return refuse("frequency-cap");
  const before = lastHandedOverAt(memory);
  if (before !== null && now < before + APART_MS && now >= before)
    return { kind: "later", at: before + APART_MS, why: "apart" };
  const ends = [closingOfAny(hours, zones, now, now + CLOSING_SOUGHT_MS), rules.expiresAt].filter(
    (end) => end !== null,
  );
  return grant(message, address.value, line, ends.length === 0 ? null : Math.min(...ends), now);
}

/** When anything was last handed over to this person; null for never. */
export function lastHandedOverAt({ conversations, self }: Memory): number | null {
  const times = Object.values(conversations).flatMap(({ handedOverAt }) => handedOverAt ?? []);
  const last = self.begun.at(-1);
  if (last !== undefined) times.push(last);
  return times.length === 0 ? null : Math.max(...times);
}

/** The hours a recipient is bound by: the line's, and within them the campaign's. */
export function hoursOf({ hours }: Pick<Line, "hours">, rules: Pick<Rules, "hours">): readonly Hours[] {
  return rules.hours === null ? [hours] : [hours, rules.hours];
}

/** What they decided here counts as the object and D1 know it, what we were told as D1 has it today. */
function standingOf(memory: Memory, { line: { channel }, permission, profile }: Offered): Standing {
  const self = { ...memory.self, ...recall(memory.self, profile?.silences ?? []) };
  if (isOptedOut(self, channel)) return "opted-out";
  if (silencedAt(self, channel) !== null) return "suppressed";
  const optedInAt = Math.max(self.consent.optedIn?.at ?? 0, self.channels[channel]?.optedIn?.at ?? 0);
  return standing({ ...permission, optedOutAt: null, optedInAt: optedInAt === 0 ? null : optedInAt });
}

/** Their zone as D1 has it now; what the object remembers may be a conversation old. */
function zonesOfOffered({ self }: Memory, { profile, line, address }: Offered): readonly string[] {
  return zonesOfPerson(profile?.zone ?? self.profile?.zone ?? null, address, line);
}

/** The conversation was begun by this very message, whose slot was then not used. */
function isOwn({ runId }: Conversation, message: Outgoing): boolean {
  return runId === message.runId;
}

function lookAgainAt(conversation: Conversation, now: number): number {
  const wake = wakesAt(conversation);
  return Math.max(now + APART_MS, Math.min(wake ?? Number.POSITIVE_INFINITY, now + CONVERSATION_LOOK_MS));
}

function isCapped(
  { self }: Memory,
  { rules: { frequencyCap }, begunElsewhere }: Offered,
  now: number,
): boolean {
  if (frequencyCap === null) return false;
  const since = capSince(frequencyCap, now);
  return self.begun.filter((at) => at > since).length + begunElsewhere >= frequencyCap.messages;
}
