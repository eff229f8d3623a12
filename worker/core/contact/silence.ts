// Something is known about hearing from us that was not said here: at another address of theirs, to the staff, or long ago.
import { Draft } from "#core/contact/draft";
import type { Memory, Moment } from "#core/contact/memory";
import { stopConversations } from "#core/contact/moves";
import { refusedSince } from "#core/contact/refusal";
import type { Silence } from "#core/contact/refusal";
import type { Turn } from "#core/contact/turn";

/** Conversations it reaches end, but for one the person began since. null where none of it is news. */
export function silence(memory: Memory, news: readonly Silence[], moment: Moment): Turn | null {
  const draft = new Draft(memory, moment, moment.mint(), null, "rest");
  draft.silence(news);
  const { self } = draft.memory;
  const { silences, consent, channels } = memory.self;
  if (self.silences === silences && self.consent === consent && self.channels === channels) return null;
  stopConversations(draft, ({ source, startedAt }, channel) => {
    const since = refusedSince(self, channel);
    return since !== null && !(source === "inbound" && startedAt > since);
  });
  return draft.finish();
}
