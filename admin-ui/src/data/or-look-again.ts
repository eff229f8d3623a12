// A change that was refused may be over something older than what is there: the page looks again, and can show both.
import type { Topic } from "#core/feed/topic";
import { refresh } from "./queries.ts";

/** The same answer, or the same problem once what is on the page about these (helplines and volunteers, where none is named) is that of now. */
export async function orLookAgain<Answer>(
  pending: Promise<Answer>,
  topics: readonly Topic[] = ["helplines"],
): Promise<Answer> {
  try {
    return await pending;
  } catch (error) {
    await refresh(topics);
    throw error;
  }
}
