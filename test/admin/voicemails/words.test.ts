// What has become of a message, as the admin tells it.
import { expect, test } from "vitest";
import { keptUntil, tellState } from "../../../admin-ui/src/features/voicemails/words.ts";

const TOLD = { recipients: null, failure: null, trouble: null };

test.each([
  [{ ...TOLD, state: "waiting-for-sound" }, "The recording is on its way."],
  [
    { ...TOLD, state: "waiting-for-sound", trouble: "Twilio answered 503" },
    "The recording is on its way. The last try failed (Twilio answered 503); it is tried again.",
  ],
  [{ ...TOLD, state: "emailed", recipients: 1 }, "E-mailed to one person."],
  [{ ...TOLD, state: "emailed", recipients: 3 }, "E-mailed to 3 people."],
  [
    { ...TOLD, state: "failed", failure: "it was deleted" },
    "There is no recording to be had: it was deleted.",
  ],
] as const)("%j", (told, said) => {
  expect(tellState(told)).toBe(said);
});

test("a message is kept for so many days from its recording on", () => {
  expect(keptUntil("2026-11-24T10:00:00.000Z", 365)).toBe("2027-11-24T10:00:00.000Z");
});
