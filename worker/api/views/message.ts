// Messages as the API shows them.
import * as z from "zod";
import { CHANNELS } from "#core/line";
import type { Actor } from "../../actor.ts";
import type { MessageRow } from "../../db/messages.ts";
import { PersonView, toPersonView } from "./person.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const MediaView = z.object({
  type: z.string().nullable(),
  url: z
    .string()
    .nullable()
    .meta({ description: "null while it is being fetched from the carrier, and once it is purged." }),
});

export const MessageView = z
  .object({
    id: z.string(),
    direction: z.enum(["in", "out"]),
    channel: z.enum(CHANNELS),
    kind: z.string().meta({ description: "inbound, flow, reminder, staff, consent, unmatched or api." }),
    text: z.string(),
    media: z.array(MediaView),
    location: z.unknown(),
    status: z.string().meta({
      description:
        "received; else pending, handed-over, queued, sending, sent, delivered, read, failed, undelivered, canceled, refused or unknown.",
    }),
    errorCode: z.int().nullable(),
    reason: z.string().nullable().meta({
      description:
        "Of one that was refused or canceled: opted-out, suppressed, no-consent, never-open, passed and the like.",
    }),
    at: Time,
    dueAt: Time.nullable().meta({
      description: "Of one that is pending and waits for its hour: not before. null for all others.",
    }),
    contact: PersonView,
    lineId: z.string().nullable(),
    runId: z.string().nullable(),
    node: z.string().nullable(),
  })
  .meta({ id: "Message" });

export const MessageWithReceipts = z
  .object({
    ...MessageView.shape,
    receipts: z.array(z.object({ status: z.string(), errorCode: z.int().nullable(), at: Time })),
  })
  .meta({ id: "MessageWithReceipts" });

export function toMessageView(row: MessageRow, actor: Actor) {
  const { id, direction, channel, kind, text, location, status, errorCode, reason, lineId, runId, node } =
    row;
  return {
    id,
    direction,
    channel,
    kind,
    text,
    media: toMediaView(row),
    location,
    status,
    errorCode,
    reason,
    at: toTime(row.at),
    dueAt: status === "pending" ? toTimeOrNull(row.dueAt) : null,
    contact: toPersonView(row, actor),
    lineId,
    runId,
    node,
  };
}

export function toMessageWithReceipts(row: MessageRow, actor: Actor) {
  return {
    ...toMessageView(row, actor),
    receipts: row.receipts.map(({ status, errorCode, at }) => ({ status, errorCode, at: toTime(at) })),
  };
}

/** Ours are public addresses; theirs are fetched from the carrier and kept in our own store. */
export function toMediaView({
  id,
  media,
  kept,
}: Pick<MessageRow, "id" | "kept"> & { readonly media: readonly MessageRow["media"][number][] }) {
  const places = z.array(z.int()).parse(JSON.parse(kept));
  return media.map((item, place) =>
    typeof item === "string"
      ? { type: null, url: item }
      : { type: item.type, url: places.includes(place) ? `/api/v1/messages/${id}/media/${place}` : null },
  );
}
