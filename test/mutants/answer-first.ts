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
  "answer-calls-first": {
    law: "1. Answer first",
    breaks: "a call asks the Feed on its way",
    file: "worker/webhooks/voice.ts",
    guard: "return say(context, helplineId, sid, script);",
    without:
      'context.get("services").feed.tell(["calls"]);\n    return say(context, helplineId, sid, script);',
    project: "workerd",
    test: "test/workerd/feed.test.ts",
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
