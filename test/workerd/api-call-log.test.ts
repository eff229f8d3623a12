// The call log and voicemail as staff see them: in words, whole for editors, without a voice or a number for viewers; and forgotten.
import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { purge } from "../../worker/actions/purge.ts";
import { openServices } from "../../worker/services.ts";
import { call, ok, ORIGIN, OWNER } from "./api-calls.ts";
import { eventually, freshNumber } from "./story.ts";
import { helplineOf, makeGroup, makePerson, PhoneCall } from "./voice-line.ts";
import { fakeRecordings, LeftMessage, makeMachine } from "./voicemail-line.ts";
import type { RecordingStore } from "./voicemail-line.ts";

let store: RecordingStore;
let viewer: string;
beforeAll(async () => {
  store = fakeRecordings();
  viewer = (await ok("POST /v1/tokens", { name: "Reader", role: "viewer" })).token;
});

const DAY = 86_400_000;

/** A message with its sound and its words. */
async function leave(from = freshNumber()): Promise<LeftMessage> {
  const left = await LeftMessage.leave(store, await makeMachine(), { from });
  await left.recorded(12);
  await left.transcribed("My secret.");
  await left.becomes(({ emailedAt, dueAt }) => emailedAt !== null && dueAt === null);
  return left;
}

describe("calls", { timeout: 30_000 }, () => {
  test("are told in words, listed by group and person, and counted", async () => {
    const [ann, ben] = [await makePerson("Ann"), await makePerson("Ben")];
    const group = await makeGroup([ann, ben], { zone: "Asia/Tokyo" });
    const from = freshNumber();
    const talked = new PhoneCall(from, group);
    await talked.begin();
    await talked.pickUp();
    await talked.dialled("completed");
    await talked.press(await talked.pickUp(), "1");
    await talked.dialled("completed", { isBridged: true });
    const missed = new PhoneCall(freshNumber(), group);
    await missed.begin();
    await missed.ended();
    const { data } = await eventually(async () => {
      const page = await ok(`GET /v1/calls?helplineId=${group.id}`);
      return (
        page.data.length === 2 && page.data.every(({ state }: { state: string }) => state === "ended") && page
      );
    });
    expect(data.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["missed", "answered"]);
    const shown = await ok(`GET /v1/calls/${data[1].id}`);
    expect(shown).toMatchObject({
      caller: { address: from },
      answeredBy: { volunteerId: ben.id, name: "Ben" },
      helplineName: "Night line",
    });
    const story = shown.story.map(({ text }: { text: string }) => text.replaceAll(/\d+ s/g, "n s"));
    expect(story).toEqual([
      "rang Ann n s: picked up, and nobody pressed 1 (a mailbox?)",
      "rang Ben n s: pressed 1, talked n s",
      "the volunteer hung up",
    ]);
    const first = await ok(`GET /v1/calls?helplineId=${group.id}&limit=1`);
    const next = await ok(`GET /v1/calls?helplineId=${group.id}&limit=1&cursor=${first.next}`);
    expect([...first.data, ...next.data]).toEqual(data);
    expect([first.next === null, next.next]).toEqual([false, null]);
    const { contactId } = shown.caller;
    expect((await ok(`GET /v1/calls?contactId=${contactId}&outcome=answered`)).data).toEqual([shown]);
    expect((await ok(`GET /v1/calls?contactId=${contactId}&outcome=missed`)).data).toEqual([]);
    const listed = async (query: string) =>
      (await ok(`GET /v1/calls?helplineId=${group.id}&${query}`)).data.map(({ id }: { id: string }) => id);
    expect(await listed("live=true")).toEqual([]);
    expect(await listed("live=false")).toHaveLength(2);
    expect(await listed(`from=${data[0].startedAt}`)).toEqual([data[0].id]);
    expect(await listed(`to=${data[0].startedAt}`)).toEqual([data[1].id]);
    const masked = await ok(`GET /v1/calls/${shown.id}`, undefined, { token: viewer });
    expect(JSON.stringify(masked)).not.toContain(from.slice(1));
    const figures = await ok(`GET /v1/helplines/${group.id}/call-figures`);
    expect(figures).toMatchObject({ calls: 2, zone: "Asia/Tokyo", outcomes: { answered: 1, missed: 1 } });
    const { data: timeline } = await ok(`GET /v1/contacts/${contactId}/timeline`);
    expect(timeline).toMatchObject([{ kind: "call", id: shown.id, outcome: "answered", answeredBy: ben.id }]);
  });

  test("that are none, and windows that are none", async () => {
    expect((await call("GET /v1/calls/none")).status).toBe(404);
    const { id } = await makeMachine();
    const where = `GET /v1/helplines/${id}/call-figures`;
    expect((await call(`${where}?from=2026-01-01T00:00Z&to=2025-01-01T00:00Z`)).status).toBe(422);
    expect((await call(`${where}?from=2025-01-01T00:00Z&to=2026-01-01T00:00Z`)).status).toBe(422);
    expect((await ok(`${where}?from=2026-01-01T00:00&to=2026-01-02T00:00`)).calls).toBe(0);
  });
});

describe("voicemail", { timeout: 30_000 }, () => {
  test("is heard whole and in part by editors, and by nobody else", async () => {
    const left = await leave();
    const shown = await ok(`GET /v1/voicemails/${left.id}`);
    expect(shown).toMatchObject({
      state: "emailed",
      seconds: 12,
      transcript: { text: "My secret.", by: "twilio" },
      audio: { path: `/api/v1/voicemails/${left.id}/audio`, bytes: left.sound.length },
    });
    const where = `GET /v1/voicemails/${left.id}/audio`;
    const whole = await call(where);
    expect([whole.status, whole.headers.get("content-type"), whole.headers.get("accept-ranges")]).toEqual([
      200,
      "audio/mpeg",
      "bytes",
    ]);
    const part = await call(where, undefined, { headers: { range: "bytes=10-19" } });
    expect([part.status, part.headers.get("content-range"), part.headers.get("content-length")]).toEqual([
      206,
      `bytes 10-19/${left.sound.length}`,
      "10",
    ]);
    for (const [range, expected] of [
      ["bytes=0-", left.sound],
      ["bytes=10-19", left.sound.slice(10, 20)],
    ] as const) {
      const request = new Request(`${ORIGIN}${shown.audio.path}`, {
        headers: { authorization: `Bearer ${OWNER}`, range },
      });
      const heard = await (await exports.default.fetch(request)).arrayBuffer();
      expect(new Uint8Array(heard)).toEqual(expected);
    }
    expect((await call(where, undefined, { headers: { range: "bytes=9999-" } })).status).toBe(416);
    expect((await call(where, undefined, { token: viewer })).status).toBe(403);
    expect((await call(where, undefined, { token: null })).status).toBe(401);
    const masked = await ok(`GET /v1/voicemails/${left.id}`, undefined, { token: viewer });
    expect(masked).toMatchObject({ transcript: null, audio: null });
    expect(JSON.stringify(shown)).not.toContain("carrier.test");
  });

  test("is listed, said to be heard and done, once, by whom", async () => {
    const left = await leave();
    const { helplineId } = await left.row();
    const list = `GET /v1/voicemails?helplineId=${helplineId}`;
    expect((await ok(`${list}&done=false`)).data).toMatchObject([{ id: left.id }]);
    const { heardAt, heardBy } = await ok(`POST /v1/voicemails/${left.id}/heard`);
    expect(heardBy).not.toBeNull();
    await ok(`POST /v1/voicemails/${left.id}/done`);
    expect((await ok(`POST /v1/voicemails/${left.id}/heard`)).heardAt).toBe(heardAt);
    expect((await ok(`${list}&done=false`)).data).toEqual([]);
    expect((await ok(`${list}&done=true`)).data).toHaveLength(1);
    expect((await call("POST /v1/voicemails/none/done")).status).toBe(404);
    expect((await ok(`${list}&heard=false`)).data).toEqual([]);
    expect(await ok(`DELETE /v1/voicemails/${left.id}/heard`)).toMatchObject({
      heardAt: null,
      heardBy: null,
    });
    expect((await ok(`${list}&heard=false`)).data).toMatchObject([{ id: left.id }]);
    expect(await ok(`DELETE /v1/voicemails/${left.id}/done`)).toMatchObject({ doneAt: null, doneBy: null });
    expect((await call("DELETE /v1/voicemails/none/heard")).status).toBe(404);
    const { data } = await ok("GET /v1/audit?limit=5");
    const deeds = data.map(({ action }: { action: string }) => action);
    expect(deeds.slice(0, 4)).toEqual([
      "voicemail.not-done",
      "voicemail.not-heard",
      "voicemail.done",
      "voicemail.heard",
    ]);
  });

  test("is deleted here and at Twilio; that there was one stays", async () => {
    const left = await leave();
    expect((await call(`DELETE /v1/voicemails/${left.id}`)).status).toBe(204);
    expect(await ok(`GET /v1/voicemails/${left.id}`)).toMatchObject({ state: "deleted", transcript: null });
    await left.becomes(({ clearedAt }) => clearedAt !== null);
    expect(store.sounds.has(left.recordingSid)).toBe(false);
    expect(await env.FILES.head(`recordings/${left.id}`)).toBeNull();
    expect((await call(`GET /v1/voicemails/${left.id}/audio`)).status).toBe(404);
    expect((await call(`DELETE /v1/voicemails/${left.id}`)).status).toBe(204);
    expect((await call("DELETE /v1/voicemails/none")).status).toBe(404);
  });

  test("is kept as long as media is", async () => {
    const left = await leave();
    const services = await openServices(env);
    const later = (days: number) => ({ ...services, clock: { now: () => Date.now() + days * DAY } });
    await purge(later(364));
    expect((await left.row()).deletedAt).toBeNull();
    await purge(later(366));
    expect(await left.row()).toMatchObject({ transcript: null, deletedAt: expect.any(Number) });
    await left.advance();
    expect(await env.FILES.head(`recordings/${left.id}`)).toBeNull();
  });
});

test(
  "everything about a person holds their calls and what they said; erased, nobody knows it any more",
  { timeout: 30_000 },
  async () => {
    const from = freshNumber();
    const left = await leave(from);
    const { helplineId, callId } = await left.row();
    const { caller } = await ok(`GET /v1/calls/${callId}`);
    const everything = await ok(`GET /v1/contacts/${caller.contactId}/everything`);
    expect(everything).toMatchObject({ calls: [{ id: callId }], voicemails: [{ transcript: "My secret." }] });
    await ok(`POST /v1/contacts/${caller.contactId}/erase`, { confirm: "erase" });
    await left.becomes(({ transcript, deletedAt }) => transcript === null && deletedAt !== null);
    await left.advance();
    await left.becomes(({ clearedAt }) => clearedAt !== null);
    expect(await env.FILES.head(`recordings/${left.id}`)).toBeNull();
    expect(store.sounds.has(left.recordingSid)).toBe(false);
    for (const { body, subject } of await left.mails()) expect([body, subject]).toEqual(["", ""]);
    // The group's object forgets as well, once the erasure has come to it.
    await eventually(async () => {
      const known = await helplineOf({ id: helplineId }).snapshot({ sid: left.call.sid });
      return known?.address.kind === "nobody";
    });
    // A transcript that comes now is not taken.
    await left.transcribed("My secret.");
    expect(await ok(`GET /v1/calls/${callId}`)).toMatchObject({
      outcome: "voicemail",
      caller: { address: null },
    });
  },
);
