// Law 6: order does not matter.
import type { Mutant } from "./mutant.ts";

export const ORDER = {
  "order-statuses": {
    law: "6. Order does not matter",
    breaks: "a late `sent` overwrites `delivered`",
    file: "worker/db/projection/statuses.ts",
    guard: "status = CASE WHEN excluded.rank > messages.rank THEN",
    without: "status = CASE WHEN true THEN",
    project: "workerd",
    test: "test/workerd/order.test.ts",
  },
  "order-turns": {
    law: "6. Order does not matter",
    breaks: "a turn that arrives late puts the run back to where it was",
    file: "worker/db/projection/conversations.ts",
    guard: "CASE WHEN excluded.turn >= runs.turn THEN",
    without: "CASE WHEN true THEN",
    project: "workerd",
    test: "test/workerd/order.test.ts",
  },
  "order-recipients": {
    law: "6. Order does not matter",
    breaks: "a late hand-over overwrites `delivered`",
    file: "worker/db/projection/statuses.ts",
    guard: "status = CASE WHEN n.rank > messages.rank THEN",
    without: "status = CASE WHEN true THEN",
    project: "workerd",
    test: "test/workerd/sending-cost.test.ts",
  },
  "funnel-order": {
    law: "6. Order does not matter",
    breaks: "a no that is recorded after its silence was counted is lost",
    file: "worker/core/funnel/settle.ts",
    guard: 'member.phase === "out" && !isLate',
    without: 'member.phase === "out"',
    project: "core",
    test: "test/core/funnel/settle.test.ts",
  },
  "order-imports": {
    law: "6. Order does not matter",
    breaks: "an import overwrites what changed after it began",
    file: "worker/core/csv/plan-row.ts",
    guard: "|| (had !== undefined && had.at > at)",
    without: "",
    project: "core",
    test: "test/core/csv/plan-row.test.ts",
  },
  "order-rota": {
    law: "6. Order does not matter",
    breaks: "of two changes to a shift the one that is read last counts",
    file: "worker/core/rota/occurrences.ts",
    guard: ".sort(inOrder)",
    without: "",
    project: "core",
    test: "test/core/rota/changes.test.ts",
  },
} as const satisfies Record<string, Mutant>;
