// What stays of a person who was erased: that they asked to hear nothing, if they did.
import type { Consent, Memory } from "#core/contact/memory";
import { rememberNobody } from "#core/contact/memory";
import { isOptedOut } from "#core/contact/refusal";
import type { Channel } from "#core/conversation/run";
import { CHANNELS } from "#core/line";

/** A memory without the person; opt-outs, here and at their other addresses, stay as tombstones without words. */
export function erased({ self }: Memory): Memory {
  const blank = rememberNobody(self.id, { kind: "nobody" });
  const refused = CHANNELS.filter((channel) => isOptedOut(self, channel));
  const channels: Partial<Record<Channel, Consent>> = Object.fromEntries(
    refused.map((channel) => [channel, tombstone(self.consent, self.channels[channel])]),
  );
  const kept = { ...blank.self, silences: self.silences };
  if (refused.length < CHANNELS.length) return { ...blank, self: { ...kept, channels } };
  const consent = tombstone(self.consent, ...Object.values(self.channels));
  return { ...blank, self: { ...kept, consent } };
}

function tombstone(...decisions: readonly (Consent | undefined)[]): Consent {
  const at = Math.max(...decisions.map((decision) => decision?.optedOut?.at ?? 0));
  return { optedOut: { at, words: "" }, optedIn: null };
}
