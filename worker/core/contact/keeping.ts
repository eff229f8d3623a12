// What a memory still needs, and when it needs to be woken.
import type { Memory } from "#core/contact/memory";

/** Which wake comes first: a start or wake held for opening hours, or the engine's own. Epoch milliseconds, or null. */
export function dueAt(memory: Memory): number | null {
  const times = Object.values(memory.conversations).flatMap(({ startAt, heldUntil, state }) => {
    const at = heldUntil ?? startAt ?? state?.wake?.at;
    return at === undefined || at === null ? [] : [at];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** Versions no conversation needs any more are let go; lines stay, so that STOP is answered without D1. */
export function forgetUnused(memory: Memory): Memory {
  const used = new Set(Object.values(memory.conversations).map(({ versionId }) => versionId));
  const entries = Object.entries(memory.flows).filter(
    ([versionId, { slug }]) => used.has(versionId) || isPageOfChat(memory, slug),
  );
  if (entries.length === Object.keys(memory.flows).length) return memory;
  return { ...memory, flows: Object.fromEntries(entries) };
}

/** A web chat begins again with the flow its page is about. */
function isPageOfChat(memory: Memory, slug: string): boolean {
  return Object.values(memory.lines).some((line) => line.channel === "chat" && line.address === slug);
}
