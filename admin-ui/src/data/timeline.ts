// Everything that happened with one contact, newest first, a page at a time.
import { api, ask } from "./api.ts";
import { usePages } from "./use-pages.ts";

const PAGE = "50";

const readTimeline = (contactId: string, cursor: string | undefined) =>
  ask(
    api.v1.contacts[":id"].timeline.$get({
      param: { id: contactId },
      query: { limit: PAGE, ...(cursor !== undefined && { cursor }) },
    }),
  );
export type TimelineEntry = Awaited<ReturnType<typeof readTimeline>>["data"][number];

/** News of conversations is news of it. */
export function useTimeline(contactId: string) {
  return usePages<TimelineEntry>(["conversations", "timeline", contactId], (cursor) =>
    readTimeline(contactId, cursor),
  );
}
