// Voicemail from the callback to the e-mail: each message is mailed once, with its sound, whatever comes late, twice or never.
import { evictDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { helplineOf } from "./voice-line.ts";
import { DESK, fakeRecordings, LeftMessage, makeMachine } from "./voicemail-line.ts";
import type { RecordingStore } from "./voicemail-line.ts";

let store: RecordingStore;
beforeAll(() => {
  store = fakeRecordings();
});

const MINUTE = 60_000;
const mailed = ({ emailedAt, dueAt }: { emailedAt: number | null; dueAt: number | null }) =>
  emailedAt !== null && dueAt === null;

describe("a message", { timeout: 30_000 }, () => {
  test("goes to the group with its sound; what a forged form says of where that lies changes nothing", async () => {
    const group = await makeMachine({ transcribe: "never" });
    const left = await LeftMessage.leave(store, group);
    await left.recorded(30, { RecordingUrl: "https://evil.test/steal" });
    const row = await left.becomes(mailed);
    const [mail, ...others] = await left.mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: DESK, kind: "voicemail" });
    const [attachment] = mail?.attachments ?? [];
    expect(attachment).toMatchObject({ contentType: "audio/mpeg", name: expect.stringMatching(/\.mp3$/) });
    const kept = await env.FILES.get(attachment?.key ?? "");
    expect(new Uint8Array((await kept?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(left.sound);
    expect(row).toMatchObject({ bytes: left.sound.length, type: "audio/mpeg", seconds: 30 });
    const { TWILIO_ACCOUNT_SID } = TEST_SECRETS;
    const account = `https://carrier.test/2010-04-01/Accounts/${TWILIO_ACCOUNT_SID}`;
    const asked = store.requests.filter(({ what }) => what.includes(left.recordingSid));
    expect(asked.map(({ what }) => what)).toEqual([`GET ${account}/Recordings/${left.recordingSid}.mp3`]);
    expect(asked[0]?.authorization).toMatch(/^Basic /);
    expect(store.requests.filter(({ what }) => what.includes("evil"))).toEqual([]);
  });

  test("waits for its transcript, and takes it along", async () => {
    const left = await LeftMessage.leave(store, await makeMachine());
    await left.recorded();
    await left.becomes(({ file, dueAt }) => file !== null && dueAt === null);
    expect(await left.mails()).toEqual([]);
    await left.transcribed("Please call me back.");
    await left.becomes(mailed);
    const [mail, ...others] = await left.mails();
    expect(mail?.body).toContain("Please call me back.");
    expect(others).toEqual([]);
  });

  test("whose transcript comes first has one e-mail as well", async () => {
    const left = await LeftMessage.leave(store, await makeMachine());
    await left.transcribed("Please call me back.");
    await left.row();
    expect(await left.mails()).toEqual([]);
    await left.recorded();
    await left.becomes(mailed);
    const mails = await left.mails();
    expect(mails.map(({ body }) => body.includes("Please call me back."))).toEqual([true]);
  });

  test("whose transcript never comes goes without; one that comes late follows, once", async () => {
    const group = await makeMachine();
    const left = await LeftMessage.leave(store, group);
    await left.recorded();
    const { recordedAt } = await left.becomes(({ file }) => file !== null);
    // What waits survives the object's sleep.
    await evictDurableObject(helplineOf(group));
    await helplineOf(group).tick({ now: (recordedAt ?? 0) + 5 * MINUTE - 1 });
    expect((await left.row()).readyAt).toBeNull();
    await helplineOf(group).tick({ now: (recordedAt ?? 0) + 5 * MINUTE });
    await left.becomes(mailed);
    const [first] = await left.mails();
    expect(first?.body).not.toContain("Please");
    await left.transcribed("Please call me back.");
    await left.transcribed("Please call me back.");
    await left.becomes(({ followedAt, dueAt }) => followedAt !== null && dueAt === null);
    await left.advance();
    const mails = await left.mails();
    expect(mails.map(({ subject }) => subject)).toEqual([first?.subject, `Re: ${first?.subject ?? ""}`]);
    expect(mails[1]?.body).toContain("Please call me back.");
    expect(mails[1]?.attachments).toEqual([]);
  });

  test("that nobody could make out goes at once", async () => {
    const left = await LeftMessage.leave(store, await makeMachine());
    await left.recorded();
    await left.transcribed("", "failed");
    expect(await left.becomes(mailed)).toMatchObject({ transcript: null, scribe: null });
  });

  test.each([
    [1, true],
    [119, false],
    [120, true],
  ])("of %i s: Twilio writes nothing down, so it goes at once: %s", async (seconds, goes) => {
    const left = await LeftMessage.leave(store, await makeMachine());
    await left.recorded(seconds);
    const row = await left.becomes(({ file, dueAt }) => file !== null && dueAt === null);
    expect([row.seconds, row.readyAt !== null]).toEqual([seconds, goes]);
    expect(await left.mails()).toHaveLength(goes ? 1 : 0);
  });

  test("is mailed once though every callback comes twice and the object sleeps between any two", async () => {
    const group = await makeMachine();
    const left = await LeftMessage.leave(store, group, {
      deliver: async (request) => {
        const response = await exports.default.fetch(request);
        await evictDurableObject(helplineOf(group)).catch(() => undefined);
        return response;
      },
    });
    await left.transcribed("Please call me back.");
    await left.recorded();
    await left.recorded();
    await left.transcribed("Please call me back.");
    await left.becomes(mailed);
    await Promise.all([left.advance(), left.advance(), left.advance()]);
    expect(await left.mails()).toHaveLength(1);
  });

  test("for a group that names nobody goes to its coordinators, else it waits for the staff", async () => {
    const coordinators = ["kim@riverside.test", "KIM@riverside.test"];
    const group = await makeMachine({ emails: [], transcribe: "never" }, { coordinators });
    const known = await LeftMessage.leave(store, group);
    await known.recorded();
    await known.becomes(mailed);
    expect((await known.mails()).map(({ recipient }) => recipient)).toEqual(["KIM@riverside.test"]);
    const nobody = await LeftMessage.leave(store, await makeMachine({ emails: [], transcribe: "never" }));
    await nobody.recorded();
    const { addressId, recipients } = await nobody.becomes(mailed);
    expect([recipients, await nobody.mails()]).toEqual([0, []]);
    const notice = await env.DB.prepare("SELECT text FROM notices WHERE kind = 'notify' AND address_id = ?")
      .bind(addressId)
      .first();
    expect(notice).toMatchObject({ text: expect.stringContaining("no e-mail address is named") });
  });

  test("of somebody who withholds their number says so", async () => {
    const group = await makeMachine({ transcribe: "never" });
    const left = await LeftMessage.leave(store, group, { from: "anonymous" });
    await left.recorded();
    expect(await left.becomes(mailed)).toMatchObject({ addressId: null });
    expect((await left.mails())[0]?.body).toContain("The number was withheld");
  });
});
