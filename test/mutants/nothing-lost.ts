// Law 4: nothing lost.
import type { Mutant } from "./mutant.ts";

export const NOTHING_LOST = {
  "lost-journal": {
    law: "4. Nothing lost",
    breaks: "a record the queue refused is never offered again",
    file: "durable-objects/contact/keeper.ts",
    guard: "if (this.journal.hasPending()) times.push(now + OFFER_AGAIN_MS);",
    without: "",
    project: "workerd",
    test: "test/workerd/lost.test.ts",
  },
  "zero-journal": {
    law: "4. Nothing lost",
    breaks: "what a queue did not take is never offered again",
    file: "durable-objects/telling.ts",
    guard: "await queue.sendBatch(records.map(({ record }) => ({ body: record })));",
    without: "await queue.sendBatch(records.map(({ record }) => ({ body: record }))).catch(() => undefined);",
    project: "workerd",
    test: "test/workerd/lost.test.ts",
  },
  "lost-poison": {
    law: "4. Nothing lost",
    breaks: "one record that can never be written holds up all others",
    file: "worker/queues/records.ts",
    guard: "if (error instanceof Unwritable)",
    without: "if (false)",
    project: "workerd",
    test: "test/workerd/lost.test.ts",
  },
  "arrival-order": {
    law: "4. Nothing lost",
    breaks: "a second message is taken before the first one, while D1 is asked about that",
    file: "durable-objects/contact/index.ts",
    guard: "await this.#arrivals.turnOf(inbound.sid);",
    without: "",
    project: "workerd",
    test: "test/workerd/arrivals.test.ts",
  },
  "staff-forgets": {
    law: "4. Nothing lost",
    breaks: "a conversation that the staff took and forgot swallows every later word of the person",
    file: "worker/core/conversation/clock.ts",
    guard: "at: now + STAFF_SILENCE_DAYS_MAX * 24 * 60 * MINUTE_MS,",
    without: "at: Number.MAX_SAFE_INTEGER,",
    project: "core",
    test: "test/core/contact/staff.test.ts",
  },
  "freeze-goes-on": {
    law: "4. Nothing lost",
    breaks:
      "an audience whose freezing broke off is never complete, and nobody after that page is sent anything",
    file: "worker/actions/freeze-audience.ts",
    guard: "let from = row.audienceCursor;",
    without: "let from: string | null = null;",
    project: "workerd",
    test: "test/workerd/freeze.test.ts",
  },
} as const satisfies Record<string, Mutant>;
