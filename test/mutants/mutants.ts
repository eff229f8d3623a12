// One guard removed for each law, and the test that must then fail. A law whose mutant survives is not tested.

export interface Mutant {
  readonly law: string;
  /** What the missing guard would let happen. */
  readonly breaks: string;
  readonly file: string;
  readonly guard: string;
  readonly without: string;
  /** The test file that notices, and the name it notices under. */
  readonly project: "core" | "workerd";
  readonly test: string;
}

export const MUTANTS = {
  "answer-first": {
    law: "1. Answer first",
    breaks: "every message of a running conversation asks D1",
    file: "worker/core/contact/receive.ts",
    guard: "if (line === null && offer === null)",
    without: "if (offer === null)",
    project: "workerd",
    test: "test/workerd/cost.test.ts",
  },
  "stop-claims": {
    law: "2. After STOP, nothing that we start",
    breaks: "an answer that was lost on its way is sent after the STOP",
    file: "worker/core/contact/claim.ts",
    guard: "if (isUnwanted(memory.self, message, line.channel))",
    without: "if (false)",
    project: "workerd",
    test: "test/workerd/stop.test.ts",
  },
  "stop-starts": {
    law: "2. After STOP, nothing that we start",
    breaks: "a flow is begun with someone who said STOP",
    file: "worker/core/contact/start.ts",
    guard: 'if (isRefusing(draft.memory.self, line.channel)) return { kind: "refused", why: "opted-out" };',
    without: "",
    project: "workerd",
    test: "test/workerd/stop.test.ts",
  },
  "once-received": {
    law: "3. Once",
    breaks: "a webhook delivered twice answers the next question by itself",
    file: "durable-objects/contact/index.ts",
    guard: 'if (before !== null) return { kind: "answer", messages: before, isRepeat: true };',
    without: "",
    project: "workerd",
    test: "test/workerd/once.test.ts",
  },
  "once-sent": {
    law: "3. Once",
    breaks: "a queue message delivered again sends a second SMS",
    file: "worker/core/contact/claim.ts",
    guard: 'if (waiting.stage === "claimed")',
    without: "if (false)",
    project: "workerd",
    test: "test/workerd/once.test.ts",
  },
  "lost-journal": {
    law: "4. Nothing lost",
    breaks: "a record the queue refused is never offered again",
    file: "durable-objects/contact/keeper.ts",
    guard: "if (this.journal.hasPending()) times.push(now + OFFER_AGAIN_MS);",
    without: "",
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
  "hours-wake": {
    law: "7. Hours bind what we start",
    breaks: "a reminder goes out at night",
    file: "worker/core/contact/wake.ts",
    guard: 'if (state?.wake?.reason !== "expiry" && !isOpen(',
    without: 'if (state?.wake?.reason === "expiry" && !isOpen(',
    project: "core",
    test: "test/core/contact/hours.test.ts",
  },
  "limit-replies": {
    law: "8. Everything has a limit",
    breaks: "two machines text each other for ever",
    file: "worker/core/contact/manners.ts",
    guard: "return hour !== Math.floor(now / HOUR_MS) || count < REPLIES_PER_HOUR_MAX;",
    without: "return true;",
    project: "core",
    test: "test/core/contact/manners.test.ts",
  },
  signed: {
    law: "Security",
    breaks: "anybody may speak in anybody's name",
    file: "worker/webhooks/signed.ts",
    guard: 'if (!isSigned(settings, url, form, context.req.header("x-twilio-signature")))',
    without: "if (false)",
    project: "workerd",
    test: "test/workerd/webhook.test.ts",
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
  "stop-tells": {
    law: "2. After STOP, nothing that we start",
    breaks: "the objects of the person's other numbers never hear of a STOP",
    file: "worker/actions/spread-consent.ts",
    guard: "await tellSilences(services, OTHERS, addressId);",
    without: "",
    project: "workerd",
    test: "test/workerd/spread.test.ts",
  },
  "stop-silences": {
    law: "2. After STOP, nothing that we start",
    breaks: "what waits for another number of somebody who said STOP is sent",
    file: "worker/core/contact/claim.ts",
    guard: "return since !== null && (message.bound || message.at <= since);",
    without: "return false;",
    project: "workerd",
    test: "test/workerd/spread.test.ts",
  },
  "stop-rows": {
    law: "2. After STOP, nothing that we start",
    breaks: "a campaign's audience knows nothing of a STOP at another number",
    file: "worker/db/standing.ts",
    guard: "WHERE stopped_at >= coalesce(started_at, 0))",
    without: "WHERE false)",
    project: "workerd",
    test: "test/workerd/standing.test.ts",
  },
  "stop-erased": {
    law: "2. After STOP, nothing that we start",
    breaks: "erasing a person forgets that they said STOP by one channel",
    file: "worker/core/contact/erase.ts",
    guard: "if (refused.length < CHANNELS.length) return { ...blank, self: { ...kept, channels } };",
    without: "if (refused.length < CHANNELS.length) return { ...blank, self: kept };",
    project: "core",
    test: "test/core/contact/refusal.test.ts",
  },
} as const satisfies Record<string, Mutant>;
