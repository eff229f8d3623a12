// A line was changed: who talks on it goes by the new hours, words and names from now on.
import type { Conversation, Memory } from "#core/contact/memory";
import { zonesFor } from "#core/contact/person";
import { nextOpening } from "#core/hours";
import type { Line } from "#core/line";

/** The very same memory where the line is not known to this person. What waits for opening hours waits for the new ones. */
export function learnLine(memory: Memory, line: Line, now: number): Memory {
  if (memory.lines[line.id] === undefined) return memory;
  const after = { ...memory, lines: { ...memory.lines, [line.id]: line } };
  const conversation = memory.conversations[line.id];
  if (conversation === undefined) return after;
  const held = holdAgain(conversation, nextOpening(line.hours, zonesFor(after, line), now) ?? now);
  return { ...after, conversations: { ...memory.conversations, [line.id]: held } };
}

/** A line that never opens again is found out at once: the wake that comes ends the run. */
export function holdAgain(conversation: Conversation, openAt: number): Conversation {
  if (conversation.heldUntil !== null) return { ...conversation, heldUntil: openAt };
  return conversation.startAt === null ? conversation : { ...conversation, startAt: openAt };
}
