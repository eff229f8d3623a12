// Looking into the record, once the queue has brought it.
import { env } from "cloudflare:workers";
import type { Line } from "#core/line";
import { rowToLine } from "../../worker/db/offer.ts";
import { eventually } from "./story.ts";

export async function lineOf(id: string): Promise<Line> {
  const row = await env.DB.prepare("SELECT id, config FROM lines WHERE id = ?")
    .bind(id)
    .first<{ id: string; config: string }>();
  if (row === null) throw new Error(`no line ${id}`);
  return rowToLine(row);
}

export interface MessageRow {
  readonly status: string;
  readonly rank: number;
  readonly sid: string | null;
  readonly error_code: number | null;
  readonly receipts: string;
}

/** A message once it has come to a status. */
export function statusOf(messageId: string, status: string): Promise<MessageRow> {
  return eventually(async () => {
    const row = await env.DB.prepare(
      "SELECT status, rank, sid, error_code, receipts FROM messages WHERE id = ?",
    )
      .bind(messageId)
      .first<MessageRow & Record<string, unknown>>();
    return row?.status === status ? row : null;
  });
}
