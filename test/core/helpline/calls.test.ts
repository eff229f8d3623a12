// Who is rung, in which order, and where a call goes when nobody takes it.
import { describe, expect, test } from "vitest";
import { play, tidy } from "./play.ts";
import type { Setting } from "./play.ts";

function plays(setting: Setting, transcript: string): void {
  expect(play(transcript, setting)).toBe(tidy(transcript));
}

const BOTH = { people: ["Ann", "Bob"] };

describe("one after the other", () => {
  test("whoever presses 1 has the call", () =>
    plays(
      BOTH,
      `> calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002000 for 20 s, showing the line
       > Ann does not answer
       ~ rings +15550002001 for 20 s, showing the line
       > Bob presses 1 and talks 360 s
       Bob < This is a call for Night line.
       Bob < Press 1 to take it, or 2 to pass it on.
       ~ hangs up
       = answered; rang Ann 20 s, no-answer; rang Bob 5 s, talked 360 s; ended by volunteer`,
    ));

  test("a mailbox, a refusal, silence and a busy telephone all lead to the next", () =>
    plays(
      { people: ["Ann", "Bob", "Cem", "Dia"] },
      `> calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002000 for 20 s, showing the line
       > Ann has a mailbox
       Ann < This is a call for Night line.
       Ann < Press 1 to take it, or 2 to pass it on.
       ~ rings +15550002001 for 20 s, showing the line
       > Bob presses 2
       Bob < This is a call for Night line.
       Bob < Press 1 to take it, or 2 to pass it on.
       ~ rings +15550002002 for 20 s, showing the line
       > Cem presses nothing
       Cem < This is a call for Night line.
       Cem < Press 1 to take it, or 2 to pass it on.
       ~ rings +15550002003 for 20 s, showing the line
       > Dia is engaged
       < Nobody can take your call right now.
       < Please leave a message after the tone, and hang up when you are done.
       ~ beep, 120 s at most, transcribed
       ~ hangs up
       > leaves a message of 12 s
       < Thank you. Goodbye.
       ~ hangs up
       = voicemail; rang Ann 5 s, unaccepted; rang Bob 5 s, declined; rang Cem 5 s, unaccepted; rang Dia 0 s, engaged; voicemail; recorded 12 s; ended by us`,
    ));

  test("a key that comes when the caller has hung up connects nobody", () =>
    plays(
      { people: ["Ann"] },
      `> calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002000 for 20 s, showing the line
       > Ann presses 1 but the caller is gone
       Ann < This is a call for Night line.
       Ann < Press 1 to take it, or 2 to pass it on.
       ~ hangs up
       = missed; rang Ann 5 s, accepted; ended by caller`,
    ));

  test("the caller hangs up while it rings", () =>
    plays(
      BOTH,
      `> calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002000 for 20 s, showing the line
       > hangs up
       = missed; rang Ann 0 s, caller-hung-up; ended by caller`,
    ));

  test("nobody on shift", () =>
    plays(
      {},
      `> calls
       < Hello, this is Night line.
       < Nobody can take your call right now.
       < Please leave a message after the tone, and hang up when you are done.
       ~ beep, 120 s at most, transcribed
       ~ hangs up
       > hangs up
       = missed; nobody-on; voicemail; ended by caller`,
    ));

  test("whoever is on another call is passed over, and everybody may be", () =>
    plays(
      BOTH,
      `> Ann is on another call
       > calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002001 for 20 s, showing the line
       > hangs up
       = missed; skipped Ann, busy; rang Bob 0 s, caller-hung-up; ended by caller
       > Bob is on another call
       > calls
       < Hello, this is Night line.
       < Nobody can take your call right now.
       < Please leave a message after the tone, and hang up when you are done.
       ~ beep, 120 s at most, transcribed
       ~ hangs up
       > hangs up
       = missed; skipped Ann, busy; skipped Bob, busy; voicemail; ended by caller`,
    ));

  test("those who are not to be rung are named with the reason", () =>
    plays(
      {
        people: ["Ann", "Bob", "Cem", "Dia", "Eva"],
        why: { Ann: "inactive", Bob: "no-phone", Cem: "quarantined", Dia: "caller" },
      },
      `> calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002004 for 20 s, showing the line
       > hangs up
       = missed; skipped Ann, inactive; skipped Bob, no-phone; skipped Cem, quarantined; skipped Dia, caller; rang Eva 0 s, caller-hung-up; ended by caller`,
    ));

  test("an end that nobody reports is found out", () =>
    plays(
      { people: ["Ann"] },
      `> calls
       < Hello, this is Night line.
       < Please hold while we find somebody for you.
       ~ rings +15550002000 for 20 s, showing the line
       > nobody reports its end
       = missed; rang Ann 20 s, unknown; ended by lost`,
    ));
});

describe("where else a call may go", () => {
  const number = "+15550009999";

  test("another number when nobody is on", () =>
    plays(
      { config: { otherwise: { kind: "number", number } } },
      `> calls
       < Hello, this is Night line.
       ~ forwards +15550009999 for 20 s, showing the line
       > the other number talks 30 s
       ~ hangs up
       = forwarded; nobody-on; forwarded +15550009999 0 s, talked 30 s; ended by us`,
    ));

  test("and the machine when nobody answers there", () =>
    plays(
      { config: { otherwise: { kind: "number", number }, voicemail: { transcribe: "never" } } },
      `> calls
       < Hello, this is Night line.
       ~ forwards +15550009999 for 20 s, showing the line
       > the other number does not answer
       < Nobody can take your call right now.
       < Please leave a message after the tone, and hang up when you are done.
       ~ beep, 120 s at most
       ~ hangs up
       > leaves a message of 3 s
       < Thank you. Goodbye.
       ~ hangs up
       = voicemail; nobody-on; forwarded +15550009999 20 s, no-answer; voicemail; recorded 3 s; ended by us`,
    ));
});

describe("who calls", () => {
  const people = ["Ann"];

  test("a number is shown where the group wants it", () =>
    plays(
      { people, config: { callerId: "caller", prompts: { greeting: { en: "Welcome." } }, ringSeconds: 9 } },
      `> calls
       < Welcome.
       ~ rings +15550002000 for 9 s, showing the caller
       > hangs up
       = missed; rang Ann 0 s, caller-hung-up; ended by caller`,
    ));

  test("who withholds theirs is served all the same, by the line's", () =>
    plays(
      { people, config: { callerId: "caller", prompts: { greeting: { en: "Welcome." } } } },
      `> calls anonymously
       < Welcome.
       ~ rings +15550002000 for 20 s, showing the line
       > hangs up
       = missed; rang Ann 0 s, caller-hung-up; ended by caller`,
    ));

  test("a blocked caller is told so, where the group wants it", () =>
    plays(
      { people, isBlocked: true, config: { prompts: { blocked: { en: "We cannot take your call." } } } },
      `> calls
       < We cannot take your call.
       ~ hangs up
       = blocked; blocked; ended by us`,
    ));

  test("and hears that we are busy where it does not", () =>
    plays(
      { people, isBlocked: true },
      `> calls
       ~ sounds busy
       = blocked; blocked; ended by us`,
    ));
});
