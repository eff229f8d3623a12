// The staff changed what is known about somebody: a conversation that goes on speaks, and waits, by it from now on.
import { Draft } from "#core/contact/draft";
import { holdAgain } from "#core/contact/learn-line";
import type { Conversation, KnownProfile, Memory, Moment } from "#core/contact/memory";
import { zonesFor } from "#core/contact/person";
import { nextOpening } from "#core/hours";

/** The very same memory where nothing goes on: the next beginning brings the profile with it. */
export function learnProfile(memory: Memory, known: KnownProfile, moment: Moment): Memory {
  const running = Object.entries(memory.conversations);
  if (running.length === 0) return memory;
  const draft = new Draft(memory, moment, moment.mint(), null, "rest");
  draft.adopt(known);
  const after = draft.memory;
  const waits = running.map(([lineId, conversation]): [string, Conversation] => {
    const line = after.lines[lineId];
    if (line === undefined) return [lineId, conversation];
    const openAt = nextOpening(line.hours, zonesFor(after, line), moment.now) ?? moment.now;
    return [lineId, holdAgain(conversation, openAt)];
  });
  return { ...after, conversations: Object.fromEntries(waits) };
}
