// A change that was refused may be over something older than what is there: the page looks again, and can show both.
import { refresh } from "./queries.ts";

/** The same answer, or the same problem once the helplines and volunteers on the page are those of now. */
export async function orLookAgain<Answer>(pending: Promise<Answer>): Promise<Answer> {
  try {
    return await pending;
  } catch (error) {
    await refresh(["helplines"]);
    throw error;
  }
}
