// Who of an audience gets a message, at which address and with which words; and why the others get none.
import type { CampaignConfig } from "#core/campaign/campaign";
import { choose } from "#core/campaign/choose";
import type { Exclusion } from "#core/campaign/exclusion";
import { costMicrosIn } from "#core/campaign/price";
import { recipientId } from "#core/campaign/recipient-id";
import { drawVariant } from "#core/campaign/variant";
import type { Weighted } from "#core/campaign/variant";
import type { Standing } from "#core/consent/standing";
import { zonesOfPerson } from "#core/contact/person";
import type { Channel, FieldValue } from "#core/conversation/run";
import type { Line } from "#core/line";
import type { Organisation } from "#core/organisation";
import { countryOf } from "#core/phone";
import type { Address } from "#core/phone";

/** One address of somebody in the audience, as D1 knows it at this moment. */
export interface Reach {
  readonly id: string;
  readonly address: Address;
  /** On the campaign's channel. */
  readonly standing: Standing;
  /** On the channel of the line to fall back on; null where there is none. */
  readonly standingThere: Standing | null;
  readonly lastHeardAt: number | null;
  /** Messages that we began with them, in as many days as the frequency cap counts. */
  readonly recentCount: number;
  /** In a conversation on the campaign's line. */
  readonly isBusy: boolean;
}

export interface Candidate {
  readonly contactId: string;
  readonly mergedInto: string | null;
  readonly isErased: boolean;
  readonly language: string | null;
  readonly zone: string | null;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly tags: readonly string[];
  readonly categories: Readonly<Record<string, string>>;
  readonly reaches: readonly Reach[];
}

/** What a variant comes to for one person. */
export type Drafted =
  | {
      readonly kind: "ok";
      readonly text: string;
      readonly segments: number;
      /** The character that more than halves what fits into a segment; null for none. */
      readonly costly: string | null;
      /** No approved WhatsApp content: goes only to who wrote in the last 24 hours. */
      readonly isFree: boolean;
    }
  | { readonly kind: "missing"; readonly placeholders: readonly string[] }
  /** The text cannot be made for this person; `problem` is for its author. */
  | { readonly kind: "failed"; readonly problem: string };

/** Everything a decision needs that is the same for the whole audience. */
export interface Planning {
  readonly campaignId: string;
  readonly launchedAt: number;
  readonly line: Line;
  readonly consent: CampaignConfig["consent"];
  readonly inConversation: CampaignConfig["inConversation"];
  readonly organisation: Pick<Organisation, "verifiedNumbers" | "frequencyCap">;
  readonly variants: readonly Weighted[];
  readonly draft: (variant: string, person: Candidate, reach: Reach) => Drafted;
  /** Whether the campaign's hours open there before it ends. */
  readonly opensIn: (zones: readonly string[]) => boolean;
  /** The same campaign on the line to fall back on. */
  readonly fallback: Planning | null;
}

export interface Planned {
  readonly kind: "planned";
  readonly contactId: string;
  readonly addressId: string;
  readonly address: Address;
  readonly messageId: string;
  /** The line it goes by: the campaign's, or the one to fall back on. */
  readonly lineId: string;
  readonly channel: Channel;
  readonly isFallback: boolean;
  readonly variant: string;
  readonly text: string;
  readonly segments: number;
  readonly costly: string | null;
  readonly country: string | null;
  /** null where the price list says nothing of the country. */
  readonly costMicros: number | null;
  readonly zones: readonly string[];
}

export interface Excluded {
  readonly kind: "excluded";
  readonly contactId: string;
  readonly reason: Exclusion;
  /** Such as the names of what is missing. */
  readonly detail: string | null;
}

export type Decision = Planned | Excluded;

/** Decides about one person. Whatever is wrong with their data stops nobody else: they are left out as `broken`. */
export function planOne(candidate: Candidate, planning: Planning): Decision {
  try {
    const decision = decide(candidate, planning);
    return isOutOfReach(decision) ? elsewhere(candidate, planning, decision) : decision;
  } catch (error) {
    return broken(candidate.contactId, error);
  }
}

/** What this line can never bring them, another may. Whoever wants nothing on a channel is left alone on all of them. */
function isOutOfReach(decision: Decision): decision is Excluded {
  if (decision.kind === "planned") return false;
  const { reason } = decision;
  return (
    reason === "no-address-for-channel" || reason === "country-not-allowed" || reason === "outside-window"
  );
}

function elsewhere(candidate: Candidate, { fallback }: Planning, here: Excluded): Decision {
  if (fallback === null) return here;
  const reaches = candidate.reaches.map((reach): Reach => {
    return { ...reach, standing: reach.standingThere ?? "unknown" };
  });
  const there = decide({ ...candidate, reaches }, fallback);
  return there.kind === "planned" ? { ...there, isFallback: true } : here;
}

/** Somebody who cannot be decided about; `error` says where, never what they said. */
export function broken(contactId: string, error: unknown): Excluded {
  const detail = error instanceof Error ? error.name : "unknown";
  return { kind: "excluded", contactId, reason: "broken", detail };
}

function decide(candidate: Candidate, planning: Planning): Decision {
  const { contactId } = candidate;
  const out = (reason: Exclusion, detail: string | null = null): Excluded => {
    return { kind: "excluded", contactId, reason, detail };
  };
  if (candidate.mergedInto !== null) return out("duplicate", candidate.mergedInto);
  const choice = choose(candidate, planning);
  if (choice.kind === "none") return out(choice.reason);
  const { reach, to } = choice;

  const { campaignId, launchedAt, line } = planning;
  const messageId = recipientId({ campaignId, addressId: reach.id, launchedAt });
  const variant = drawVariant(planning.variants, messageId).name;
  const drafted = planning.draft(variant, candidate, reach);
  if (drafted.kind === "missing") return out("missing-placeholders", drafted.placeholders.join(", "));
  if (drafted.kind === "failed") return out("text-fails", drafted.problem);
  if (drafted.isFree && isOutsideWindow(reach, planning)) return out("outside-window");

  const zones = zonesOfPerson(candidate.zone, reach.address, line);
  if (!planning.opensIn(zones)) return out("never-open");
  const { text, segments, costly } = drafted;
  const country = countryOf(to);
  return {
    kind: "planned",
    contactId,
    addressId: reach.id,
    address: reach.address,
    messageId,
    lineId: line.id,
    channel: line.channel,
    isFallback: false,
    variant,
    text,
    segments,
    costly,
    country,
    costMicros: costMicrosIn(line, country, segments),
    zones,
  };
}

/** WhatsApp's customer service window (Meta): free text goes to who wrote within it. */
const WINDOW_MS = 24 * 3_600_000;

function isOutsideWindow({ lastHeardAt }: Reach, { line, launchedAt }: Planning): boolean {
  return line.channel === "whatsapp" && (lastHeardAt === null || launchedAt - lastHeardAt >= WINDOW_MS);
}
