// What stays of a person who was erased: that they asked to hear nothing, if they did.
import type { Memory } from "#core/contact/memory";
import { isOptedOut, rememberNobody } from "#core/contact/memory";

/** A memory without the person; an opt-out stays as a tombstone, without its words. */
export function erased({ self }: Memory): Memory {
  const blank = rememberNobody(self.id, { kind: "nobody" });
  if (!isOptedOut(self.consent)) return blank;
  const optedOut = { at: self.consent.optedOut?.at ?? 0, words: "" };
  return { ...blank, self: { ...blank.self, consent: { optedOut, optedIn: null } } };
}
