// Where answers are kept: a key's first word is the topic it is about, so that news of a topic refreshes all that shows it.
import type { Topic } from "#core/feed/topic";
import { QueryClient } from "@tanstack/react-query";
import type { QueryKey } from "@tanstack/react-query";
import { toProblem } from "./problem.ts";

/** Without news an answer is good for so long; with a live connection it hears of every change. */
const FRESH_MS = 15_000;
/** Of what is not our fault to repeat: a broken connection, a server that is away. */
const TRIES_MAX = 2;

/** `["flows", id, "versions"]`: the topic first, then whatever tells one question from another. */
export type Key = readonly [Topic, ...unknown[]];

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => failures < TRIES_MAX && isWorthRepeating(error),
    },
  },
});

function isWorthRepeating(error: unknown): boolean {
  const { status } = toProblem(error);
  return status === 0 || status >= 500;
}

/** Asks again for everything on the page that is about these. */
export async function refresh(topics: readonly Topic[]): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey }: { queryKey: QueryKey }) => topics.some((topic) => topic === queryKey[0]),
  });
}
