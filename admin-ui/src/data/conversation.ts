// One conversation with a person on a line: how it stands at this moment, and what the staff do with it.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";
import { useSave } from "./use-save.ts";

/** By these the API knows a conversation, whether it waits for somebody or not. */
export interface ConversationPlace {
  readonly addressId: string;
  readonly lineId: string;
}

const readConversation = (param: ConversationPlace) =>
  ask(api.v1.inbox[":addressId"][":lineId"].$get({ param: { ...param } }));
export type OpenConversation = Awaited<ReturnType<typeof readConversation>>;

export function useConversation(place: ConversationPlace) {
  return useQuery({
    queryKey: ["conversations", "open", place.addressId, place.lineId] satisfies Key,
    queryFn: () => readConversation(place),
  });
}

const TOUCHES = ["conversations", "notices", "messages"] as const;

export function useReply(place: ConversationPlace, onSent: () => void) {
  return useSave({
    save: ({ text, key }: { text: string; key: string }) =>
      ask(
        api.v1.inbox[":addressId"][":lineId"].reply.$post(
          { param: { ...place }, json: { text } },
          { headers: { "idempotency-key": key } },
        ),
      ),
    touches: TOUCHES,
    onSaved: onSent,
  });
}

/** In words that WhatsApp approved, which may be sent at any time. */
export function useSendTemplate({ lineId }: ConversationPlace, contactId: string) {
  return useSave({
    save: (template: string) =>
      ask(api.v1.messages.$post({ json: { lineId, contactId, template, consent: "not-refused" } })),
    touches: TOUCHES,
    said: ({ dueAt }) => (dueAt === null ? "The template is on its way." : "It goes when the line opens."),
  });
}

export function useAssign(place: ConversationPlace) {
  return useSave({
    save: (assignee: string | null) =>
      ask(api.v1.inbox[":addressId"][":lineId"].assignee.$put({ param: { ...place }, json: { assignee } })),
    touches: TOUCHES,
  });
}

export function useHold() {
  return useSave({
    save: ({ runId, move }: { runId: string; move: "take-over" | "release" }) => {
      const param = { id: runId };
      const conversation = api.v1.conversations[":id"];
      return ask(
        move === "take-over"
          ? conversation["take-over"].$post({ param })
          : conversation.release.$post({ param }),
      );
    },
    touches: TOUCHES,
  });
}

export function useClose(place: ConversationPlace, onClosed: () => unknown) {
  return useSave({
    save: () => ask(api.v1.inbox[":addressId"][":lineId"].close.$post({ param: { ...place } })),
    touches: TOUCHES,
    said: "Done. They are out of the inbox until they write again.",
    onSaved: onClosed,
  });
}
