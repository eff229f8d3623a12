// A list that comes in pages by cursor, as every list of the API does.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Key } from "./queries.ts";

export interface Paged<Row> {
  readonly data: readonly Row[];
  readonly next: string | null;
}

export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** Nothing is known yet: show what a list will look like, not an empty one. */
  readonly isWaiting: boolean;
  readonly problem: unknown;
  readonly retry: () => unknown;
  readonly hasMore: boolean;
  readonly isReadingMore: boolean;
  readonly readMore: () => unknown;
}

/** It is known that there is nothing: the page then says how to begin, and says it once. */
export function isNone({ isWaiting, problem, rows }: Pages<unknown>): boolean {
  return !isWaiting && problem === null && rows.length === 0;
}

/** `read` is given the cursor, or undefined for the first page. While a filter changes, the rows before stay. */
export function usePages<Row>(
  key: Key,
  read: (cursor: string | undefined) => Promise<Paged<Row>>,
): Pages<Row> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data?.pages.flatMap(({ data }) => data) ?? [],
    isWaiting: query.isPending,
    problem: query.error,
    retry: query.refetch,
    hasMore: query.hasNextPage,
    isReadingMore: query.isFetchingNextPage,
    readMore: query.fetchNextPage,
  };
}
