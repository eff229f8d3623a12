// What happened: runs, messages with their receipts, notices for the staff, dead letters, the audit trail.
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { AlarmKind } from "#core/alarm";
import type { Attachment, Disposition, Location, RunState, Visit } from "#core/conversation/run";
import type { NoticeRecord, RecordedAnswer } from "#core/record";
import type { Status } from "#core/status";
import type { QueueName } from "../../queue-name.ts";

/** One status callback, as the carrier sent it. */
export interface Receipt {
  readonly status: string;
  readonly errorCode: number | null;
  readonly at: number;
}

export const runs = sqliteTable("runs", {
  id: text("id").primaryKey(),
  flowId: text("flow_id").notNull(),
  versionId: text("version_id").notNull(),
  addressId: text("address_id").notNull(),
  lineId: text("line_id").notNull(),
  source: text("source").notNull(),
  phase: text("phase").$type<RunState["phase"]>().notNull(),
  node: text("node"),
  turn: integer("turn").notNull(),
  language: text("language").notNull(),
  disposition: text("disposition").$type<Disposition>(),
  answers: text("answers", { mode: "json" }).$type<Record<string, RecordedAnswer>>().notNull(),
  variants: text("variants", { mode: "json" }).$type<Record<string, string>>().notNull(),
  visits: text("visits", { mode: "json" }).$type<Record<string, Visit[]>>().notNull(),
  startedAt: integer("started_at").notNull(),
  heardAt: integer("heard_at"),
  finishedAt: integer("finished_at"),
});

export const messages = sqliteTable("messages", {
  id: text("id").primaryKey(),
  addressId: text("address_id").notNull(),
  lineId: text("line_id"),
  runId: text("run_id"),
  turn: integer("turn"),
  node: text("node"),
  direction: text("direction").$type<"in" | "out">().notNull(),
  channel: text("channel").notNull(),
  kind: text("kind").notNull(),
  via: text("via").$type<"twiml" | "rest" | "chat">(),
  body: text("body").notNull(),
  media: text("media", { mode: "json" }).$type<(string | Attachment)[]>().notNull(),
  location: text("location", { mode: "json" }).$type<Location>(),
  status: text("status").$type<Status>().notNull(),
  rank: integer("rank").notNull(),
  errorCode: integer("error_code"),
  sid: text("sid"),
  receipts: text("receipts", { mode: "json" }).$type<Receipt[]>().notNull(),
  at: integer("at").notNull(),
  campaignId: text("campaign_id"),
  variant: text("variant"),
  attempt: integer("attempt"),
  dueAt: integer("due_at"),
  reason: text("reason"),
  segments: integer("segments"),
  costMicros: integer("cost_micros"),
  /** When somebody saw to one that did not arrive. */
  seenAt: integer("seen_at"),
});

export const strayReceipts = sqliteTable(
  "stray_receipts",
  {
    sid: text("sid").notNull(),
    status: text("status").notNull(),
    errorCode: integer("error_code"),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.sid, table.status] })],
);

export const sids = sqliteTable("sids", {
  sid: text("sid").primaryKey(),
  messageId: text("message_id").notNull(),
});

export const media = sqliteTable(
  "media",
  {
    messageId: text("message_id").notNull(),
    place: integer("place").notNull(),
    type: text("type").notNull(),
    bytes: integer("bytes").notNull(),
    file: text("file").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.messageId, table.place] })],
);

export const notices = sqliteTable("notices", {
  id: text("id").primaryKey(),
  kind: text("kind").$type<NoticeRecord["kind"]>().notNull(),
  text: text("text").notNull(),
  addressId: text("address_id"),
  lineId: text("line_id"),
  runId: text("run_id"),
  node: text("node"),
  at: integer("at").notNull(),
  doneAt: integer("done_at"),
  doneBy: text("done_by"),
});

export const assignments = sqliteTable(
  "assignments",
  {
    addressId: text("address_id").notNull(),
    lineId: text("line_id").notNull(),
    assignee: text("assignee").notNull(),
    assignedBy: text("assigned_by").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.addressId, table.lineId] })],
);

export const deadLetters = sqliteTable("dead_letters", {
  id: text("id").primaryKey(),
  queue: text("queue").$type<QueueName>().notNull(),
  body: text("body", { mode: "json" }).$type<unknown>().notNull(),
  error: text("error").notNull(),
  at: integer("at").notNull(),
  replayedAt: integer("replayed_at"),
  replayedBy: text("replayed_by"),
});

export const audit = sqliteTable("audit", {
  id: text("id").primaryKey(),
  at: integer("at").notNull(),
  actor: text("actor").notNull(),
  action: text("action").notNull(),
  subjectKind: text("subject_kind").notNull(),
  subjectId: text("subject_id").notNull(),
  detail: text("detail", { mode: "json" }).$type<unknown>().notNull(),
});

export const alarms = sqliteTable("alarms", {
  id: text("id").primaryKey(),
  kind: text("kind").$type<AlarmKind>().notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  at: integer("at").notNull(),
  doneAt: integer("done_at"),
  doneBy: text("done_by"),
  toldAt: integer("told_at"),
  toldIn: text("told_in"),
});
