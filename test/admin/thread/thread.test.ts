// A person's thread: in which order it is read, and what each thing is called.
import { describe, expect, test } from "vitest";
import type { TimelineEntry } from "../../../admin-ui/src/data/timeline.ts";
import { describeDelivery } from "../../../admin-ui/src/ui/thread/delivery.ts";
import { toRows } from "../../../admin-ui/src/ui/thread/entries.ts";
import { describeNote } from "../../../admin-ui/src/ui/thread/note-words.ts";
import { readPlace } from "../../../admin-ui/src/ui/thread/place.ts";

const nameOf = (id: string) => (id === "owner" ? "The owner" : "Maya");

type Message = Extract<TimelineEntry, { kind: "message" }>;

const message = (at: string, text: string): Message => ({
  kind: "message",
  id: text,
  at,
  direction: "in",
  channel: "sms",
  messageKind: "inbound",
  text,
  media: [],
  location: null,
  status: "received",
  errorCode: null,
  reason: null,
  dueAt: null,
  addressId: "a",
  lineId: "l",
  runId: null,
  campaignId: null,
  by: null,
});
const notice = (at: string, kind: string): TimelineEntry => ({
  kind: "notice",
  id: `${kind} at ${at}`,
  at,
  notice: kind,
  text: "words",
  doneAt: null,
});

const told = (entries: readonly TimelineEntry[], zone?: string) =>
  toRows(entries, zone).map((row) => (row.kind === "day" ? "-" : row.entry.id));

describe("a thread", () => {
  const evening = message("2026-11-21T22:30:00.000Z", "evening");
  const night = message("2026-11-22T01:00:00.000Z", "night");
  const noon = message("2026-11-22T12:00:00.000Z", "noon");

  test("is read from the oldest on, with each day once", () => {
    expect(told([noon, night, evening], "Europe/London")).toEqual(["-", "evening", "-", "night", "noon"]);
  });

  test("has the days of whoever reads it", () => {
    expect(told([noon, night, evening], "America/New_York")).toEqual(["-", "evening", "night", "-", "noon"]);
    expect(told([noon, night, evening], "Asia/Tokyo")).toEqual(["-", "evening", "night", "noon"]);
  });

  test("says nothing twice: what repeats a message is left out", () => {
    const rows = told([
      notice(noon.at, "unmatched"),
      notice(noon.at, "to-staff"),
      notice(noon.at, "hand-off"),
      noon,
    ]);
    expect(rows).toEqual(["-", "noon", `hand-off at ${noon.at}`]);
  });

  test("of nothing is nothing", () => {
    expect(toRows([])).toEqual([]);
  });
});

describe("what became of a message", () => {
  test.each([
    ["pending", null, null, "Waits to be sent", false],
    ["accepted", null, null, "On its way", false],
    ["delivered", null, null, "Delivered", false],
    ["read", null, null, "Read", false],
    ["unknown", null, null, "Nobody knows whether it arrived", true],
    ["undelivered", 30003, null, "Not delivered: the phone was switched off or out of reach", true],
    ["failed", 30999, null, "Not delivered: carrier error 30999", true],
    ["failed", null, null, "Not delivered: the carrier gave no reason", true],
    ["refused", null, "opted-out", "Not sent: they asked to hear nothing from us meanwhile", true],
    ["canceled", null, null, "Not sent: it was cancelled", true],
  ])("%s, code %s, reason %s: %s", (status, errorCode, reason, words, isTrouble) => {
    expect(describeDelivery({ status, errorCode, reason, channel: "sms" })).toEqual({ words, isTrouble });
  });

  test("in a web chat what was handed over is there", () => {
    const sent = { status: "handed-over", errorCode: null, reason: null };
    expect(describeDelivery({ ...sent, channel: "chat" }).words).toBe("Delivered");
    expect(describeDelivery({ ...sent, channel: "sms" }).words).toBe("On its way");
  });
});

describe("what happened between messages", () => {
  const at = "2026-11-22T12:00:00.000Z";
  const deed = (action: string, assignee: string | null = null) =>
    describeNote({ kind: "deed", id: "d", at, action, by: "owner", assignee }, nameOf);
  const consent = (decision: string, source: string, words: string) =>
    describeNote({ kind: "consent", id: "c", at, decision, source, words }, nameOf);

  test("is told with who did it", () => {
    expect(deed("conversation.take-over")).toBe("The owner took over");
    expect(deed("conversation.assign", "staff:1")).toBe("Now with Maya");
    expect(deed("conversation.assign")).toBe("The owner gave it back to everybody");
  });

  test("is told with how we know", () => {
    expect(consent("opt-out", "person", "stop")).toBe("Said STOP: “stop”");
    expect(consent("opt-out", "carrier", "")).toBe("Said STOP (the carrier says)");
    expect(consent("grant", "paper form", "signed")).toBe("Agreed to messages (we were told): “signed”");
  });
});

test("a place is read only where there is one", () => {
  expect(readPlace({ latitude: 51.5, longitude: -0.1, label: "Here" })).toEqual({
    latitude: 51.5,
    longitude: -0.1,
    label: "Here",
  });
  for (const none of [null, undefined, "here", {}, { latitude: "51", longitude: 0 }])
    expect(readPlace(none)).toBe(null);
});
