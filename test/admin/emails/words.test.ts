// E-mails as the admin tells them: every state has its words, and can be sent again where the API does so.
import { expect, test } from "vitest";
import { EMAIL_STATES } from "#core/mail/state";
import { mayGoAgain, STATE_WORDS, tellKind, tellStep } from "../../../admin-ui/src/features/emails/words.ts";

test.each(EMAIL_STATES)("%s says what it means", (state) => {
  expect(STATE_WORDS[state].means).toMatch(/\.$/);
});

test("what failed, was held back, or nobody knows of can go again, and nothing else", () => {
  expect(EMAIL_STATES.filter(mayGoAgain)).toEqual(["unknown", "failed", "suppressed"]);
});

test("what has no word of ours is told as it came", () => {
  expect([tellStep("delayed"), tellStep("delivered"), tellStep("opened")]).toEqual([
    "Delayed by the mailbox",
    "Arrived",
    "opened",
  ]);
  expect([tellKind("gap"), tellKind("brand-new")]).toEqual(["Open shift", "brand-new"]);
});
