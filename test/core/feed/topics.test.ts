// What is news of what: a table of what happens, and every action of the audit trail.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { topicsOfDeed } from "#core/feed/from-deed";
import { topicsOfJobs } from "#core/feed/from-job";
import { topicsOfRecord } from "#core/feed/from-record";
import type { JournalRecord, TurnRecord } from "#core/record";
import { ROOT } from "../../../worker/cli/checkout.ts";

const TURN: TurnRecord = {
  kind: "turn",
  id: "t1",
  at: 0,
  addressId: "a1",
  address: { kind: "phone", value: "+447700900123" },
  lineId: "l1",
  heard: true,
  messages: [],
  runs: [],
  changes: [],
  consents: [],
  notices: [],
  dueAt: null,
};
const SAID = {
  id: "m1",
  direction: "in",
  channel: "sms",
  kind: "inbound",
  via: null,
  text: "5",
  media: [],
  runId: null,
  turn: null,
  node: null,
  status: "received",
  sid: null,
  at: 0,
} as const;
const STOP = { id: "c1", kind: "opt-out", source: "person", words: "STOP", at: 0 } as const;
const TIMER: JournalRecord = { kind: "timer", object: "sender", id: "l1", dueAt: null, at: 0 };
const ALARM: JournalRecord = {
  kind: "alarm",
  id: "x1",
  alarm: "campaign-paused",
  subject: "k1",
  text: "",
  at: 0,
};

describe("a record", () => {
  test("of a turn is news of what the turn changed", () => {
    expect(topicsOfRecord(TURN)).toEqual([]);
    expect(topicsOfRecord({ ...TURN, messages: [SAID] })).toEqual(
      expect.arrayContaining(["messages", "conversations", "contacts"]),
    );
    expect(topicsOfRecord({ ...TURN, messages: [SAID] })).not.toContain("responses");
    expect(topicsOfRecord({ ...TURN, consents: [STOP] })).toEqual(
      expect.arrayContaining(["contacts", "campaigns"]),
    );
  });

  test("of a timer is nobody's news", () => {
    expect(topicsOfRecord(TIMER)).toEqual([]);
  });
});

test("a batch is news of all that is in it, once each", () => {
  expect(topicsOfJobs({ kind: "records", bodies: [ALARM, TIMER, ALARM] })).toEqual(["alarms"]);
  expect(
    topicsOfJobs({
      kind: "work",
      bodies: [
        { kind: "export", exportId: "e1" },
        { kind: "freeze", campaignId: "k1" },
      ],
    }),
  ).toEqual(["campaigns", "exports"]);
});

describe("what staff do", () => {
  const source = globSync("worker/**/*.ts", { cwd: ROOT }).map((path) =>
    readFileSync(join(ROOT, path), "utf8"),
  );
  const nouns = [
    ...new Set(
      source.flatMap((text) => [...text.matchAll(/action: ["`]([a-z-]+)\./g)].map(([, noun]) => noun ?? "")),
    ),
  ];

  test("has many nouns in the audit trail", () => {
    expect(nouns.length).toBeGreaterThan(15);
  });

  test.each(nouns)("%s is news of more than the trail", (noun) => {
    expect(topicsOfDeed(`${noun}.done`).length).toBeGreaterThan(1);
  });
});
