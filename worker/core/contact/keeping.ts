// What a memory still needs, and when it needs to be woken.
import type { Conversation, Memory } from "#core/contact/memory";

/** Which wake comes first; a question nobody has seen yet starts no clock. Epoch milliseconds, or null. */
export function dueAt(memory: Memory): number | null {
  const times = Object.values(memory.conversations)
    .filter(({ runId }) => !memory.unsent.includes(runId))
    .flatMap((conversation) => wakesAt(conversation) ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** When a conversation wants to be woken: held for opening hours, waiting to start, or by the engine's own clock. */
export function wakesAt({ heldUntil, startAt, state }: Conversation): number | null {
  return heldUntil ?? startAt ?? state?.wake?.at ?? null;
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
