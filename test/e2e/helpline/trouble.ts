// What goes wrong between Twilio, the product and Resend: everybody hears what they would have heard, and every message arrives once.
import { expect, test } from "vitest";
import { sign } from "../../carrier/network/signature.ts";
import { TEST_SECRETS } from "../../fixtures/secrets.ts";
import type { TestSystem } from "../harness.ts";
import {
  addMachine,
  expectMail,
  expectNoMore,
  isOnRecord,
  leaveMessage,
  tellOfMessages,
  WORDS,
} from "./messages.ts";
import { OUTCOMES } from "./outcomes.ts";
import { addThree, somebody } from "./three.ts";

const MINUTE_MS = 60_000;
/** Each has callbacks of another kind. */
const TRIED = new Set(["no answer", "the mailbox answers", "first number bad"]);

export function playTrouble(running: () => TestSystem): void {
  const outcomes = OUTCOMES.filter(({ what }) => TRIED.has(what));

  test.for(outcomes)("every request and callback of a call twice: $what", async (outcome) => {
    const system = running();
    const { webhooks, callbacks } = system.carrier.faults;
    const group = await addThree(system, outcome.given);
    webhooks.always({ kind: "repeated", times: 2, token: "new" });
    callbacks.always({ kind: "repeated", times: 2 });
    const call = await somebody(system).call(group.number);
    await call.ended();
    expect(group.heardBy(call)).toEqual(outcome.hears);
    expect(group.telephones(call)).toEqual(outcome.telephones);
    expect(await group.lineUp()).toEqual(outcome.next.fixed);
  });

  test.for(outcomes)("what is told of the legs comes at the end and in any order: $what", async (outcome) => {
    const system = running();
    const group = await addThree(system, outcome.given);
    system.carrier.faults.callbacks.always({ kind: "shuffled" });
    const call = await somebody(system).call(group.number);
    await call.ended();
    expect(group.heardBy(call)).toEqual(outcome.hears);
    expect(group.telephones(call)).toEqual(outcome.telephones);
    expect(await group.lineUp()).toEqual(outcome.next.fixed);
  });

  test("a message whose every callback comes twice, and in any order, is mailed once", async () => {
    const system = running();
    const machine = await addMachine(system);
    const { webhooks, callbacks } = system.carrier.faults;
    webhooks.always({ kind: "repeated", times: 2, token: "new" });
    callbacks.always({ kind: "repeated", times: 2 });
    const twice = await leaveMessage(system, machine, 20);
    await tellOfMessages(system);
    await expectMail(machine, twice);
    webhooks.clear();
    callbacks.always({ kind: "shuffled" });
    const shuffled = await leaveMessage(system, machine, 21);
    await tellOfMessages(system);
    await expectMail(machine, shuffled);
    callbacks.clear();
    await expectNoMore(system, machine);
  });

  test("a forged RecordingUrl leads nowhere: the recording is fetched where Twilio keeps it", async () => {
    const system = running();
    const machine = await addMachine(system);
    system.carrier.faults.callbacks.always({ kind: "dropped" });
    const left = await leaveMessage(system, machine, 10);
    await tellOfMessages(system);
    const path = `/webhooks/twilio/voice/recording?h=${machine.group.id}&s=${left.call.sid}`;
    const form: [string, string][] = [
      ["AccountSid", TEST_SECRETS.TWILIO_ACCOUNT_SID],
      ["CallSid", left.call.sid],
      ["RecordingSid", left.recording.recordingSid],
      ["RecordingUrl", "https://thief.example/recording"],
      ["RecordingStatus", "completed"],
      ["RecordingDuration", "10"],
    ];
    const signature = sign(TEST_SECRETS.TWILIO_AUTH_TOKEN, system.publicUrl + path, form);
    const answer = await system.api.call(path, {
      method: "POST",
      body: new URLSearchParams(form).toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": signature,
        "i-twilio-idempotency-token": crypto.randomUUID(),
      },
    });
    expect(answer.status).toBe(204);
    // Its transcript was lost with the other callbacks.
    await isOnRecord(system, machine);
    await system.tick(5 * MINUTE_MS);
    const { text } = await expectMail(machine, left);
    expect(text).not.toContain("thief.example");
  });

  test("Resend is down for an hour: the message arrives when it is back, once, its recording with it", async () => {
    const system = running();
    const machine = await addMachine(system);
    system.carrier.mail.faults.goDown(60 * MINUTE_MS);
    const left = await leaveMessage(system, machine, 15);
    await tellOfMessages(system);
    await system.tick(30 * MINUTE_MS);
    expect(machine.box.mails()).toEqual([]);
    await system.tick(31 * MINUTE_MS);
    const { text } = await expectMail(machine, left);
    expect(text).toContain(WORDS);
    await expectNoMore(system, machine);
  });
}
