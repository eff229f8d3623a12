// What passes between a Sender object and those who call it: launching a campaign, steering it, pacing its pages.
import type { CampaignConfig, CampaignState } from "#core/campaign/campaign";
import type { PageJob } from "#core/campaign/jobs";
import type { PinnedFlow } from "#core/contact/memory";
import type { Hours } from "#core/hours";
import type { Line } from "#core/line";
import type { MessageTemplate } from "#core/message-template/template";

/** What a recipient gets, as it was at launch: later edits of the template or flow change nothing. Plain words are a template, too. */
export type PinnedContent =
  | { readonly kind: "template"; readonly template: MessageTemplate }
  | { readonly kind: "flow"; readonly flow: PinnedFlow };

/** A launched campaign, whole: everything a page needs besides its recipients. It never changes again. */
export interface Pinned {
  readonly campaignId: string;
  readonly name: string;
  /** When it was launched, epoch milliseconds: its recipients' ids begin with this instant. */
  readonly launchedAt: number;
  readonly line: Line;
  /** By the name that stands in a recipient's `variant`. */
  readonly variants: Readonly<Record<string, PinnedContent>>;
  /** Not before, and not after; epoch milliseconds. */
  readonly startAt: number | null;
  readonly expiresAt: number | null;
  /** On the recipient's clock, within the line's own hours; null = the line's. */
  readonly hours: Hours | null;
  readonly consent: CampaignConfig["consent"];
  readonly inConversation: CampaignConfig["inConversation"];
  /** People a day, on the line's calendar. */
  readonly dailyCap: number | null;
  /** At most so many messages that we start to one person in so many days, over everything. */
  readonly frequencyCap: { readonly messages: number; readonly days: number } | null;
  /** Where this line fails for good; its own Sender paces it. */
  readonly fallback: Line | null;
  /** The only numbers an account on trial may write to; null = every number. */
  readonly verifiedNumbers: readonly string[] | null;
}

/** Who steers: a member of the staff as the audit names them, or `partyline` itself. */
interface Steering {
  readonly campaignId: string;
  readonly actor: string;
  readonly now: number;
}

/** Launch: the Sender takes the campaign on. It sends nothing before `frozen` was called as well. Once per campaign. */
export interface OpenCall {
  readonly pinned: Pinned;
  readonly actor: string;
  readonly now: number;
}

/** The audience is complete: so many rows of it are planned. */
export interface FrozenCall {
  readonly campaignId: string;
  readonly planned: number;
  readonly now: number;
}

/** `sending` resumes; `failed` is for an audience that could not be frozen; `done` for enough answers. */
export interface MoveCall extends Steering {
  readonly to: "paused" | "sending" | "cancelled" | "failed" | "done";
  /** In words, for the organiser. */
  readonly reason: string | null;
}

export type MoveAnswer =
  | { readonly kind: "moved"; readonly state: CampaignState }
  /** It is in a state that has no way there, or there is no such campaign (`draft`). */
  | { readonly kind: "refused"; readonly state: CampaignState };

/** The line as it is configured now: what its Sender goes by. */
export type Pacing = Pick<Line, "segmentsPerSecond" | "zone" | "spendCapPerDay">;

/** A line was changed: it is paced so from now on. */
export interface LearnCall {
  readonly pacing: Pacing;
  readonly now: number;
}

/** One message that wants a slot. */
export interface Load {
  readonly id: string;
  readonly segments: number;
  readonly costMicros: number;
}

/** A page of a campaign asks for slots, in the order of its recipients. */
export interface ReserveCall {
  readonly page: PageJob;
  readonly pacing: Pacing;
  readonly loads: readonly Load[];
  readonly now: number;
}

export type ReserveAnswer =
  /**
   * The first so many of the loads have slots (epoch milliseconds, 2 s ahead at most). For the rest ask again at `againAt`;
   * null = something holds the line or the campaign up for longer: leave them where they are.
   */
  | { readonly kind: "slots"; readonly slots: readonly number[]; readonly againAt: number | null }
  /** The campaign is not sending, or this page was reported before: nothing of it goes. */
  | { readonly kind: "stopped" };

/** A message outside the line's own pages asks for its turn: it comes before bulk. */
export interface ReplyCall {
  readonly pacing: Pacing;
  /** We start it, so the line's spend cap holds it; an answer is free of that. */
  readonly isStarted: boolean;
  readonly segments: number;
  readonly costMicros: number;
  readonly now: number;
}

/** When it may go; `later`: not before, since the carrier takes no more for now or the day's money is spent. Epoch milliseconds. */
export type ReplyAnswer =
  | { readonly kind: "slot"; readonly at: number }
  | { readonly kind: "later"; readonly at: number; readonly why: "carrier-busy" | "spend-cap" };

/** Replies that left in the answers to webhooks, counted afterwards. */
export interface SpendCall {
  readonly pacing: Pacing;
  readonly segments: number;
  readonly costMicros: number;
  readonly now: number;
}

/** What a page came to. */
export interface ReportCall {
  readonly page: PageJob;
  /** A lane's: the last recipient dealt with (null = none of them), and whether nothing lies behind. */
  readonly cursor: string | null;
  readonly isLast: boolean;
  /** Accepted by the carrier. */
  readonly accepted: number;
  /** Slots that nobody used: given back to the day's caps. */
  readonly unused: readonly Load[];
  /** Message ids: may have been claimed, and nobody here knows what came of it. */
  readonly doubted: readonly string[];
  /** The soonest put-off recipient of the campaign, as D1 has it after this page; epoch milliseconds. */
  readonly nextDueAt: number | null;
  /** Whether whoever reports would go on with another page. */
  readonly goesOn: boolean;
  readonly now: number;
}

/** The next page for who goes on; null for none at present. */
export interface ReportAnswer {
  readonly next: PageJob | null;
}

/** How many recipients of a campaign still wait without a date, and when the next dated one is due. */
export interface CheckedCall {
  readonly campaignId: string;
  readonly left: number;
  readonly nextDueAt: number | null;
  readonly now: number;
}

export interface LookedAfterCall {
  readonly campaignId: string;
  readonly messageIds: readonly string[];
  readonly now: number;
}

/** `over`: nothing of this campaign is sent any more. */
export type PutOffAnswer = "taken" | "over";

/** Another attempt was opened outside a page: after a late failure. */
export interface PutOffCall {
  readonly campaignId: string;
  readonly dueAt: number;
  readonly now: number;
}

/**
 * The carrier refused a message, at once or in a callback: back-off, alarm and circuit breaker follow from it. The line it
 * went by hears of it, and the campaign's own where that is another.
 */
export interface FailedCall {
  /** The line it went by: only that one backs off. */
  readonly lineId: string;
  /** null for a message outside campaigns. */
  readonly campaignId: string | null;
  readonly messageId: string;
  readonly code: number | null;
  /** HTTP status of a refused POST; null for a callback. */
  readonly status: number | null;
  /** In [0, 1), for the back-off's jitter. */
  readonly draw: number;
  readonly now: number;
}

export interface CampaignSnapshot {
  readonly campaignId: string;
  readonly state: CampaignState;
  readonly reason: string | null;
  readonly changedAt: number;
  /** null until the audience is complete. */
  readonly planned: number | null;
  /** The soonest put-off recipient. */
  readonly nextDueAt: number | null;
}

/** What a Sender knows at this moment, for the staff. */
export interface SenderSnapshot {
  readonly lineId: string;
  /** Nothing that we start leaves before; epoch milliseconds. */
  readonly heldUntil: number | null;
  readonly heldBecause: string | null;
  /** Today's, on the line's calendar. */
  readonly spentMicros: number;
  readonly campaigns: readonly CampaignSnapshot[];
}
