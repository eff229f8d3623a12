// Voicemail where something fails: Twilio, our own store, any call of a step; and where its sound is not what it should be.
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { advanceVoicemail } from "../../worker/actions/advance-voicemail.ts";
import { projectRecords } from "../../worker/actions/project-records.ts";
import { sweepVoicemails } from "../../worker/actions/sweep-voicemails.ts";
import { findVoicemail } from "../../worker/db/voicemails.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import { createWhisper } from "../../worker/whisper.ts";
import { Fault, withFault } from "./faults.ts";
import { helplineOf } from "./voice-line.ts";
import { fakeRecordings, LEFT, LeftMessage, makeMachine, makeSound } from "./voicemail-line.ts";
import type { RecordingStore } from "./voicemail-line.ts";

let store: RecordingStore;
let services: Services;
beforeAll(async () => {
  store = fakeRecordings();
  services = await openServices(env);
});

const HOUR = 3_600_000;
/** Nothing is left to be done about it. */
const isSettled = ({ dueAt, recordedAt }: { dueAt: number | null; recordedAt: number | null }) =>
  dueAt === null && recordedAt !== null;
const isMailed = ({ emailedAt, dueAt }: { emailedAt: number | null; dueAt: number | null }) =>
  emailedAt !== null && dueAt === null;
const later = (ms: number) => ({ now: () => Date.now() + ms });

/** A message whose own job has found Twilio away. */
async function leaveWhileAway(voicemail: object = { transcribe: "never" }): Promise<LeftMessage> {
  const left = await LeftMessage.leave(store, await makeMachine(voicemail));
  store.isAway = true;
  try {
    await left.recorded();
    await left.becomes(({ tries }) => tries > 0);
  } finally {
    store.isAway = false;
  }
  return left;
}

/** A message that is ready to be mailed, and of which only the record is there yet. */
async function writeLeft(helplineId: string): Promise<string> {
  const id = crypto.randomUUID();
  const recordingSid = `RE${id.replaceAll("-", "")}`;
  store.sounds.set(
    recordingSid,
    () => new Response(makeSound(), { headers: { "content-type": "audio/mpeg" } }),
  );
  const now = Date.now();
  await projectRecords(env.DB, [
    { ...LEFT, id, helplineId, recordingSid, at: now, recordedAt: now, readyAt: now },
  ]);
  return id;
}

/** How many attachments each of its e-mails has. */
async function attachmentsOf(id: string): Promise<number[]> {
  const { results } = await env.DB.prepare("SELECT attachments FROM emails WHERE about_id = ?")
    .bind(id)
    .all<{ attachments: string }>();
  return results.map(({ attachments }) => (JSON.parse(attachments) as object[]).length);
}

const full = () => Promise.reject(new Error("R2 is away"));

describe("what is away comes back", { timeout: 60_000 }, () => {
  test("Twilio: the row says what fails and when it is tried again; the sweep brings it", async () => {
    const left = await leaveWhileAway();
    const waiting = await left.row();
    expect(waiting.trouble).toContain("503");
    expect(waiting.dueAt).toBeGreaterThan(Date.now());
    await sweepVoicemails({ ...services, clock: later(HOUR) });
    await left.becomes(isMailed);
    expect((await left.mails())[0]?.attachments).toHaveLength(1);
  });

  test("Twilio for more than an hour: the group knows that somebody called, and can hear it later", async () => {
    const left = await leaveWhileAway();
    store.isAway = true;
    await left.advance({ clock: later(HOUR + 1) });
    store.isAway = false;
    const [mail] = await left.mails();
    expect([mail?.attachments, mail?.body.includes("could not be fetched yet")]).toEqual([[], true]);
    await left.advance({ clock: later(2 * HOUR) });
    expect(await left.row()).toMatchObject({ bytes: left.sound.length, dueAt: null });
    expect(await left.mails()).toHaveLength(1);
  });

  test("Twilio for a day: it says that the sound is lost", async () => {
    const left = await leaveWhileAway();
    store.isAway = true;
    await left.advance({ clock: later(24 * HOUR) });
    store.isAway = false;
    expect(await left.row()).toMatchObject({ failure: "Twilio did not have it for a day.", dueAt: null });
    expect(await left.mails()).toHaveLength(1);
  });

  test("our own store of files", async () => {
    const left = await leaveWhileAway();
    await left.advance({ files: { ...services.files, put: full, get: full } as unknown as R2Bucket });
    expect(await left.row()).toMatchObject({ file: null, trouble: expect.stringContaining("R2 is away") });
    await left.advance();
    await left.becomes(isMailed);
  });

  test(
    "any call of any step, before and after it was made: one e-mail with its sound",
    { timeout: 60_000 },
    async () => {
      const { id: helplineId } = await makeMachine();
      const counted = withFault(services, { site: null, what: "fails-before" }, async () => {});
      await advanceVoicemail(counted.services, await writeLeft(helplineId));
      expect(counted.sites.length).toBeGreaterThan(10);
      for (const [site, name] of counted.sites.entries()) {
        for (const what of ["fails-before", "fails-after"] as const) {
          const id = await writeLeft(helplineId);
          const broken = withFault(services, { site, what }, async () => {});
          await advanceVoicemail(broken.services, id).catch((error: unknown) => {
            const cause = error instanceof Error ? (error.cause ?? error) : error;
            if (!(cause instanceof Fault)) throw error;
          });
          await advanceVoicemail(services, id);
          expect([name, what, await attachmentsOf(id)]).toEqual([name, what, [1]]);
          const row = await findVoicemail(services.db, id);
          expect([name, what, row?.dueAt]).toEqual([name, what, null]);
        }
      }
    },
  );
});

describe("a sound that is none", { timeout: 30_000 }, () => {
  const mp3 = { "content-type": "audio/mpeg" };
  test.each<[what: string, answer: () => Response, failure: string]>([
    ["a page", () => new Response("<html>", { headers: { "content-type": "text/html" } }), "no sound"],
    [
      "said to be too large",
      () => new Response("x", { headers: { ...mp3, "content-length": "15000001" } }),
      "larger than 15 MB",
    ],
    [
      "larger than it says",
      () =>
        new Response(
          new ReadableStream<Uint8Array>({
            pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
          }),
          { headers: mp3 },
        ),
      "larger than 15 MB",
    ],
  ])("%s", async (_what, answer, failure) => {
    const left = await LeftMessage.leave(store, await makeMachine({ transcribe: "never" }));
    store.sounds.set(left.recordingSid, answer);
    await left.recorded();
    const row = await left.becomes(isMailed);
    expect(row.failure).toContain(failure);
    expect((await left.mails())[0]?.body).toContain(failure);
  });

  test("lies elsewhere: it is fetched there without our credentials", async () => {
    const left = await LeftMessage.leave(store, await makeMachine({ transcribe: "never" }));
    const elsewhere = `https://carrier.test/elsewhere/Recordings/RE${"e".repeat(32)}.mp3`;
    store.sounds.set(`RE${"e".repeat(32)}`, () => new Response(left.sound, { headers: mp3 }));
    store.sounds.set(
      left.recordingSid,
      () => new Response(null, { status: 302, headers: { location: elsewhere } }),
    );
    await left.recorded();
    expect(await left.becomes(isMailed)).toMatchObject({ bytes: left.sound.length });
    expect(store.requests.find(({ what }) => what === `GET ${elsewhere}`)?.authorization).toBeNull();
  });
});

describe("Whisper", { timeout: 30_000 }, () => {
  const whisper = { transcribe: "whisper" };

  test("is given the sound and the language; what it makes out goes with the e-mail", async () => {
    const left = await leaveWhileAway(whisper);
    const asked: unknown[] = [];
    const models = {
      run: (model: string, { audio, language }: { audio?: unknown; language?: unknown }) => {
        asked.push([model, atob(String(audio)).length, language]);
        return Promise.resolve({ text: " Call me. " });
      },
    };
    await left.advance({ transcriber: createWhisper(models) });
    const row = await left.becomes(isMailed);
    expect(asked).toEqual([["@cf/openai/whisper-large-v3-turbo", left.sound.length, "en"]]);
    expect(row).toMatchObject({ transcript: "Call me.", transcriptBy: "whisper" });
    expect((await left.mails()).map(({ body }) => body.includes("Call me."))).toEqual([true]);
  });

  test("where nobody has bound it, it is not waited for", async () => {
    const unbound = await LeftMessage.leave(store, await makeMachine(whisper));
    await unbound.recorded();
    expect(await unbound.becomes(isMailed)).toMatchObject({ transcript: null, scribe: null });
  });

  test("where it fails again and again, it is not waited for", async () => {
    const failing = await leaveWhileAway(whisper);
    const transcriber = { transcribe: () => Promise.reject(new Error("no capacity")) };
    for (let times = 0; times < 5; times += 1) await failing.advance({ transcriber });
    await failing.becomes(isMailed);
  });
});

test("Twilio keeps no recording where a group does not want it to", async () => {
  const left = await LeftMessage.leave(
    store,
    await makeMachine({ transcribe: "never", keepAtTwilio: false }),
  );
  await left.recorded();
  const row = await left.becomes(({ clearedAt }) => clearedAt !== null);
  expect([store.sounds.has(left.recordingSid), row.file !== null]).toEqual([false, true]);
});

test("a deadline whose alarm was lost is met by the sweep: D1 knows of it", async () => {
  const group = await makeMachine();
  const left = await LeftMessage.leave(store, group);
  await left.recorded();
  const { recordedAt } = await left.becomes(({ file, dueAt }) => file !== null && dueAt === null);
  const timer = await env.DB.prepare("SELECT due_at FROM timers WHERE object = 'helpline' AND id = ?")
    .bind(group.id)
    .first<{ due_at: number }>();
  expect(timer?.due_at).toBeLessThanOrEqual((recordedAt ?? 0) + 5 * 60_000);
  await helplineOf(group).tick({ now: (recordedAt ?? 0) + 5 * 60_000 });
  await left.becomes(isMailed);
});

test("what Twilio deletes twice is gone once, and no sound is kept of a message deleted meanwhile", async () => {
  const left = await leaveWhileAway();
  await env.DB.prepare("UPDATE voicemails SET deleted_at = 1, due_at = 1 WHERE id = ?").bind(left.id).run();
  await left.advance();
  await left.advance();
  expect(await left.becomes(isSettled)).toMatchObject({ file: null, emailedAt: null });
  expect(store.sounds.has(left.recordingSid)).toBe(false);
  expect(await env.FILES.head(`recordings/${left.id}`)).toBeNull();
});
