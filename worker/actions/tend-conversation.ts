// What the staff do with a conversation that waits for a person: it is given to one of them, answered, or finished.
import type { Actor } from "../actor.ts";
import { assign, findInInbox, finishNotices } from "../db/inbox.ts";
import type { ConversationPlace, InboxRow } from "../db/inbox.ts";
import { notFound } from "../errors.ts";
import type { Services } from "../services.ts";
import { replyToPerson } from "./reply-to-person.ts";
import { recordDeed } from "./write-as.ts";

/** Throws `not_found`. */
export async function mustFindInInbox(services: Services, place: ConversationPlace): Promise<InboxRow> {
  const row = await findInInbox(services.d1, place);
  if (row === null) throw notFound("address", place.addressId);
  return row;
}

/** `assignee` is an actor's id; null gives it back to everybody. Throws `not_found`. */
export async function assignConversation(
  services: Services,
  actor: Actor,
  place: ConversationPlace,
  assignee: string | null,
): Promise<void> {
  const { contactId } = await mustFindInInbox(services, place);
  await assign(services.d1, place, assignee, actor.id, services.clock.now()).run();
  await recordDeed(services, actor, {
    action: "conversation.assign",
    subject: { kind: "contact", id: contactId ?? place.addressId },
    detail: { lineId: place.lineId, assignee },
  });
}

/** Says it to them, which answers what waited there; whether a text was meant as STOP stays a question. Returns the message's id; throws as `replyToPerson`. */
export async function answerPerson(
  services: Services,
  actor: Actor,
  place: ConversationPlace,
  text: string,
  id: string,
): Promise<string> {
  const messageId = await replyToPerson(services, actor, { ...place, text, id });
  await finishNotices(services.d1, place, "answered", actor.id, services.clock.now());
  return messageId;
}

/** Nothing more is to be done: what waits is dealt with, nobody has it, and a flow that stood aside goes on. Throws `not_found`. */
export async function closeConversation(
  services: Services,
  actor: Actor,
  place: ConversationPlace,
): Promise<void> {
  const { contactId } = await mustFindInInbox(services, place);
  const now = services.clock.now();
  const contact = services.contact(place.addressId);
  const { conversations } = await contact.snapshot();
  const isHeld = conversations.some(
    ({ lineId, phase }) => lineId === place.lineId && phase === "with-person",
  );
  if (isHeld) await contact.release({ lineId: place.lineId, now });
  await finishNotices(services.d1, place, "closed", actor.id, now);
  await assign(services.d1, place, null, actor.id, now).run();
  await recordDeed(services, actor, {
    action: "conversation.close",
    subject: { kind: "contact", id: contactId ?? place.addressId },
    detail: { lineId: place.lineId },
  });
}
