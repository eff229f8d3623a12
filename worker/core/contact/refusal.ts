// Whom we leave alone: what the person decided at this address, and what they or the staff said elsewhere.
import type { Reach } from "#core/consent/permission";
import type { Consent, Self } from "#core/contact/memory";
import type { Channel } from "#core/conversation/run";

/**
 * An opt-out at another of the person's addresses, or a suppression by the staff, newest instants, epoch milliseconds.
 * It holds until a START where it came from, or here.
 */
export interface Silence {
  /**
   * The other address's id; `told` for what the staff were told. This address's own id: what the person decided here, as D1
   * remembers it for an object that knows nothing, such as after a restore.
   */
  readonly from: string;
  readonly channel: Reach;
  readonly stoppedAt: number | null;
  readonly startedAt: number | null;
}

/** More than the addresses a contact may have, each with a few channels; a longer list was never ours. */
const SILENCES_MAX = 100;

/** Whether their own word here is to hear nothing on a channel; null asks for every channel at once. */
export function isOptedOut(self: Pick<Self, "consent" | "channels">, channel: Channel | null): boolean {
  const { outAt, inAt } = decided(self, channel);
  return outAt !== null && outAt >= (inAt ?? Number.NEGATIVE_INFINITY);
}

/** The newest of what silences a channel from elsewhere, unless they opted in here since; null for nothing. */
export function silencedAt(self: Self, channel: Channel): number | null {
  const { inAt } = decided(self, channel);
  const reaching = self.silences.filter((silence) => reaches(silence.channel, channel));
  const standing = reaching.flatMap(({ from }) => {
    const same = reaching.filter((silence) => silence.from === from);
    const stoppedAt = newest(same.map((silence) => silence.stoppedAt));
    const startedAt = newest(same.map((silence) => silence.startedAt));
    const lastInAt = newest([startedAt, inAt]) ?? Number.NEGATIVE_INFINITY;
    return stoppedAt !== null && stoppedAt >= lastInAt ? [stoppedAt] : [];
  });
  return newest(standing);
}

/** Whether we may begin nothing with them on a channel. */
export function isRefusing(self: Self, channel: Channel): boolean {
  return isOptedOut(self, channel) || silencedAt(self, channel) !== null;
}

/** What was known with what is new, the newest instant of each; the very same list where nothing is new. */
export function withSilences(known: readonly Silence[], news: readonly Silence[]): readonly Silence[] {
  const merged = new Map(known.map((silence) => [keyOf(silence), silence]));
  let isNew = false;
  for (const silence of news) {
    const before = merged.get(keyOf(silence));
    const after = before === undefined ? silence : later(before, silence);
    if (before?.stoppedAt === after.stoppedAt && before.startedAt === after.startedAt) continue;
    merged.set(keyOf(silence), after);
    isNew = true;
  }
  return isNew ? [...merged.values()].slice(-SILENCES_MAX) : known;
}

/** What is known of the person's decisions, with those of the news; each part the very same where nothing in it is new. */
export function learn(self: Self, news: readonly Silence[]): Own & Pick<Self, "silences"> {
  const elsewhere = news.filter(({ from }) => from !== self.id);
  return { ...recall(self, news), silences: withSilences(self.silences, elsewhere) };
}

type Own = Pick<Self, "consent" | "channels">;

/** What they decided here themselves, with what D1 remembers of it; the words for proof are D1's. */
export function recall({ id, consent, channels }: Self, news: readonly Silence[]): Own {
  return news.filter(({ from }) => from === id).reduce(withDecision, { consent, channels });
}

function withDecision(own: Own, { channel, stoppedAt, startedAt }: Silence): Own {
  const before = (channel === "*" ? own.consent : own.channels[channel]) ?? UNDECIDED;
  const optedOut = laterOf(before.optedOut, stoppedAt);
  const optedIn = laterOf(before.optedIn, startedAt);
  if (optedOut === before.optedOut && optedIn === before.optedIn) return own;
  const after = { optedOut, optedIn };
  return channel === "*"
    ? { ...own, consent: after }
    : { ...own, channels: { ...own.channels, [channel]: after } };
}

const UNDECIDED: Consent = { optedOut: null, optedIn: null };

function laterOf(known: Consent["optedOut"], at: number | null): Consent["optedOut"] {
  return at === null || (known !== null && known.at >= at) ? known : { at, words: "" };
}

/** Since when we may begin nothing with them on a channel; null where we may. */
export function refusedSince(self: Self, channel: Channel): number | null {
  const ownAt = isOptedOut(self, channel) ? decided(self, channel).outAt : null;
  return newest([ownAt, silencedAt(self, channel)]);
}

/** Whether what was decided for one reach counts on a channel. */
export function reaches(reach: Reach, channel: Channel): boolean {
  return reach === "*" || reach === channel;
}

function decided({ consent, channels }: Pick<Self, "consent" | "channels">, channel: Channel | null) {
  const own: readonly (Consent | undefined)[] = [consent, channel === null ? undefined : channels[channel]];
  return {
    outAt: newest(own.map((decision) => decision?.optedOut?.at ?? null)),
    inAt: newest(own.map((decision) => decision?.optedIn?.at ?? null)),
  };
}

function later(a: Silence, b: Silence): Silence {
  return {
    ...a,
    stoppedAt: newest([a.stoppedAt, b.stoppedAt]),
    startedAt: newest([a.startedAt, b.startedAt]),
  };
}

function newest(times: readonly (number | null)[]): number | null {
  return times.reduce((a, b) => (a === null || b === null ? (a ?? b) : Math.max(a, b)), null);
}

function keyOf({ from, channel }: Silence): string {
  return `${from}\n${channel}`;
}
