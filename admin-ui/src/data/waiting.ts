// Conversations that wait for somebody: who waits longest comes first.
import { api, ask } from "./api.ts";
import { usePages } from "./use-pages.ts";

export type Whose = "me" | "nobody" | undefined;

const read = (assignee: Whose, cursor: string | undefined) =>
  ask(
    api.v1.inbox.$get({
      query: { ...(assignee !== undefined && { assignee }), ...(cursor !== undefined && { cursor }) },
    }),
  );
export type WaitingConversation = Awaited<ReturnType<typeof read>>["data"][number];

export function useWaiting(whose: Whose) {
  return usePages<WaitingConversation>(["conversations", "waiting", whose ?? "all"], (cursor) =>
    read(whose, cursor),
  );
}

const WHY: Readonly<Record<WaitingConversation["kinds"][number], string>> = {
  "hand-off": "Wants a person",
  "to-staff": "Wrote to you",
  doubtful: "Meant STOP?",
  notify: "For your attention",
  report: "A problem",
  unmatched: "Not understood",
  "opted-out-text": "Wrote after STOP",
  limit: "Writes very much",
  unavailable: "Not available",
  stray: "From nobody",
};

/** What matters most comes first. */
const ORDER = Object.keys(WHY) as readonly WaitingConversation["kinds"][number][];

/** In two or three words, why somebody waits; null where they do not. */
export function whyWaiting({ kinds }: Pick<WaitingConversation, "kinds">): string | null {
  const first = ORDER.find((kind) => kinds.includes(kind));
  return first === undefined ? null : WHY[first];
}
