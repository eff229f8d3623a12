// Something was said elsewhere about hearing from us: at another address of theirs, or to the staff.
import { Draft } from "#core/contact/draft";
import type { Memory, Moment } from "#core/contact/memory";
import { stopConversations } from "#core/contact/moves";
import { silencedAt } from "#core/contact/refusal";
import type { Silence } from "#core/contact/refusal";
import type { Turn } from "#core/contact/turn";

/** Conversations it reaches end, but for one the person began since. null where none of it is news. */
export function silence(memory: Memory, news: readonly Silence[], moment: Moment): Turn | null {
  const draft = new Draft(memory, moment, moment.mint(), null, "rest");
  draft.silence(news);
  if (draft.memory.self.silences === memory.self.silences) return null;
  const { self } = draft.memory;
  stopConversations(draft, ({ source, startedAt }, channel) => {
    const since = silencedAt(self, channel);
    return since !== null && !(source === "inbound" && startedAt > since);
  });
  return draft.finish();
}
