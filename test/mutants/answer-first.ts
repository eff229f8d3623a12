// Laws 1 and 5: the answer comes first, and the core decides.
import type { Mutant } from "./mutant.ts";

export const ANSWERING = {
  "answer-first": {
    law: "1. Answer first",
    breaks: "every message of a running conversation asks D1",
    file: "worker/core/contact/receive.ts",
    guard: "if (line === null && offer === null)",
    without: "if (offer === null)",
    project: "workerd",
    test: "test/workerd/cost.test.ts",
  },
  "one-meaning": {
    law: "5. The core decides, the shell acts",
    breaks: "D1 finds people whom the core would not: those whose tag was taken off",
    file: "worker/db/segment/members.ts",
    guard: " AND x.present = 1",
    without: "",
    project: "workerd",
    test: "test/workerd/segment-agreement.test.ts",
  },
} as const satisfies Record<string, Mutant>;
