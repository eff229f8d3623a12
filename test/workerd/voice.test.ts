// Calls through the real webhook: who is rung, once, whatever is doubled, evicted, changed or broken meanwhile.
import { evictDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { routeCall } from "../../worker/actions/route-call.ts";
import { sweepTimers } from "../../worker/actions/sweep-timers.ts";
import { openServices } from "../../worker/services.ts";
import { ok } from "./api-calls.ts";
import { countedEnv, fetchWith } from "./counting.ts";
import { watchServices } from "./faults.ts";
import { eventually, freshNumber } from "./story.ts";
import { helplineOf, isFree, makeGroup, makePerson, PhoneCall, rings, traceOf } from "./voice-line.ts";
import type { Deliver, Group } from "./voice-line.ts";

/** The object sleeps for good between any two steps. */
function evicting(group: Group): Deliver {
  return async (request) => {
    const response = await exports.default.fetch(request);
    await evictDurableObject(helplineOf(group)).catch(() => undefined);
    return response;
  };
}

describe("a call", () => {
  test("goes from one to the next until somebody presses 1, though the object is evicted at every step", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([ann, bob]);
    const call = new PhoneCall(freshNumber(), group, evicting(group));
    expect(rings(await call.begin())).toBe(ann.phone);
    expect(call.twiml).toContain("Hello, this is Night line.");
    expect(await isFree(ann)).toBe(false);
    // A mailbox: the leg ends as `completed`, and nobody was connected.
    await call.pickUp();
    expect(rings(await call.dialled("completed"))).toBe(bob.phone);
    expect([await isFree(ann), await isFree(bob)]).toEqual([true, false]);
    const whisper = await call.pickUp();
    expect(whisper).toContain("Press 1 to take it");
    expect(await call.press(whisper, "1")).toContain("<Response/>");
    expect(await isFree(bob)).toBe(false);
    expect(await call.dialled("completed", { isBridged: true })).toContain("<Hangup/>");
    expect(await isFree(bob)).toBe(true);
    const known = await helplineOf(group).snapshot({ sid: call.sid });
    expect(known).toMatchObject({ outcome: "answered", answeredBy: bob.id });
    expect(await traceOf(group, call)).toEqual([`${ann.id} unaccepted`, `${bob.id} talked`, "ended"]);
  });

  test("a key other than 1 hangs the leg up", async () => {
    const group = await makeGroup([await makePerson("Ann")]);
    const call = new PhoneCall(freshNumber(), group);
    await call.begin();
    expect(await call.press(await call.pickUp(), "2")).toContain("<Hangup/>");
  });

  test("the first step asks D1 once, the others never", async () => {
    const group = await makeGroup([await makePerson("Ann"), await makePerson("Bob")]);
    const { env: counted, counts } = countedEnv();
    const deliver: Deliver = (request) => fetchWith(counted, request);
    await new PhoneCall(freshNumber(), group, deliver).begin();
    counts.d1Calls = 0;
    const call = new PhoneCall(freshNumber(), group, deliver);
    // The other call still rings Ann.
    await call.begin();
    expect(counts.d1Calls).toBe(1);
    const whisper = await call.pickUp();
    await call.press(whisper, "1");
    await call.leg("completed");
    await call.dialled("completed", { isBridged: true });
    await call.ended();
    expect(counts.d1Calls).toBe(1);
  });

  test("each webhook twice has the effect of one, and the same answer", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([ann, bob], { otherwise: { kind: "number", number: "+15550009999" } });
    const call = new PhoneCall(freshNumber(), group);
    const twice = async (step: () => Promise<string>) => {
      const answer = await step();
      expect(await call.again()).toBe(answer);
      return answer;
    };
    await twice(() => call.begin());
    await twice(() => call.leg("initiated"));
    await twice(() => call.pickUp());
    await twice(() => call.dialled("completed"));
    const whisper = await twice(() => call.pickUp());
    await twice(() => call.press(whisper, "2"));
    expect(rings(await twice(() => call.dialled("completed")))).toBeNull();
    expect(call.twiml).toContain("+15550009999");
    await twice(() => call.dialled("no-answer"));
    await twice(() => call.recorded(7));
    await twice(() => call.ended());
    expect(await traceOf(group, call)).toEqual([
      `${ann.id} unaccepted`,
      `${bob.id} declined`,
      "forwarded",
      "voicemail",
      "recorded",
      "ended",
    ]);
  });

  test("callbacks in any order: the end before the dial, and the dial's word counts", async () => {
    const [ann] = [await makePerson("Ann")];
    const group = await makeGroup([ann]);
    const call = new PhoneCall(freshNumber(), group);
    await call.begin();
    await call.press(await call.pickUp(), "1");
    await call.ended();
    expect(await isFree(ann)).toBe(true);
    await call.leg("completed");
    await call.dialled("completed", { isBridged: false, callStatus: "completed" });
    const known = await helplineOf(group).snapshot({ sid: call.sid });
    expect(known).toMatchObject({ outcome: "missed", answeredBy: null });
    expect(await traceOf(group, call)).toEqual([`${ann.id} accepted`, "ended"]);
  });

  test("whoever hangs up while it rings stops everything", async () => {
    const ann = await makePerson("Ann");
    const group = await makeGroup([ann]);
    const call = new PhoneCall(freshNumber(), group);
    await call.begin();
    await call.ended();
    expect(await isFree(ann)).toBe(true);
    // Twilio drops the leg; somebody who picks up at that very moment hears nothing of it.
    expect(await call.pickUp()).toContain("<Hangup/>");
    expect(await traceOf(group, call)).toEqual([`${ann.id} caller-hung-up`, "ended"]);
  });

  test("the first webhook again, once the caller is gone, holds nobody", async () => {
    const ann = await makePerson("Ann");
    const call = new PhoneCall(freshNumber(), await makeGroup([ann]));
    await call.begin();
    await call.ended();
    expect(rings(await call.begin())).toBe(ann.phone);
    expect(await isFree(ann)).toBe(true);
  });

  test("whoever hangs up at once, before the call is begun, holds nobody either", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([bob]);
    // A volunteer, whose own time is held while they call.
    const call = new PhoneCall(ann.phone, group);
    await call.ended();
    await call.begin();
    expect([await isFree(ann), await isFree(bob)]).toEqual([true, true]);
    expect(await traceOf(group, call)).toEqual([`${bob.id} caller-hung-up`, "ended"]);
  });

  test.each(["contact.lease", "helpline.begin"])(
    "whoever hangs up just before %s holds nobody, and nobody else is rung for them",
    async (name) => {
      const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
      const group = await makeGroup([ann, bob]);
      const call = new PhoneCall(freshNumber(), group);
      const services = watchServices(await openServices(env), async (site, make) => {
        if (site.name === name) await call.ended();
        return make();
      });
      const { script } = await routeCall(services, call.incoming);
      expect([await isFree(ann), await isFree(bob)]).toEqual([true, true]);
      expect(await traceOf(group, call)).toEqual([`${ann.id} caller-hung-up`, "ended"]);
      // Nobody listens; but if they did it would be no silence.
      expect(script.acts.at(-1)?.kind).toMatch(/^(ring|hang-up)$/);
    },
  );

  test("an end that nobody reports is closed by the object itself, and D1 knows when", async () => {
    const group = await makeGroup([await makePerson("Ann")]);
    const call = new PhoneCall(freshNumber(), group);
    await call.begin();
    const timer = await eventually(() =>
      env.DB.prepare("SELECT due_at FROM timers WHERE object = 'helpline' AND id = ?")
        .bind(group.id)
        .first<{ due_at: number }>(),
    );
    await sweepTimers({ ...(await openServices(env)), clock: { now: () => timer.due_at + 1 } });
    expect(await helplineOf(group).snapshot({ sid: call.sid })).toMatchObject({ outcome: "missed" });
    expect(await traceOf(group, call)).toEqual([`${group.people[0]?.id ?? ""} unknown`, "ended"]);
  });
});

describe("several calls", () => {
  test("a second call during the first one's hunt rings the next, a third hears the machine", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([ann, bob]);
    const calls = [1, 2, 3].map(() => new PhoneCall(freshNumber(), group));
    const rung: (string | null)[] = [];
    for (const call of calls) rung.push(rings(await call.begin()));
    expect(rung).toEqual([ann.phone, bob.phone, null]);
    expect(calls[2]?.twiml).toContain("Hello, this is Night line.");
    expect(calls[2]?.twiml).toContain("<Record ");
    await calls[0]?.ended();
    expect(rings(await new PhoneCall(freshNumber(), group).begin())).toBe(ann.phone);
  });

  test("at the very same moment as well", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([ann, bob]);
    const both = [1, 2].map(() => new PhoneCall(freshNumber(), group).begin());
    expect(new Set((await Promise.all(both)).map(rings))).toEqual(new Set([ann.phone, bob.phone]));
  });

  test("whoever is on a call of another group is passed over", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const [days, nights] = [await makeGroup([ann]), await makeGroup([ann, bob])];
    const call = new PhoneCall(freshNumber(), days);
    await call.begin();
    await call.press(await call.pickUp(), "1");
    const other = new PhoneCall(freshNumber(), nights);
    expect(rings(await other.begin())).toBe(bob.phone);
    expect(await traceOf(nights, other)).toEqual(["skipped", `${bob.id} ringing`]);
  });

  test("who is rung or talks is shown as busy to who asks who gets the call now, and not for another time", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const [days, nights] = [await makeGroup([ann]), await makeGroup([ann, bob])];
    const skippedAt = async (query = "") => {
      const { people } = await ok(`GET /v1/helplines/${nights.id}/on${query}`);
      return people.map(({ skipped }: { skipped: { kind: string } | null }) => skipped?.kind ?? null);
    };
    expect(await skippedAt()).toEqual([null, null]);
    const call = new PhoneCall(freshNumber(), days);
    await call.begin();
    expect(await skippedAt()).toEqual(["busy", null]);
    await call.press(await call.pickUp(), "1");
    expect(await skippedAt()).toEqual(["busy", null]);
    expect(await skippedAt(`?at=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([null, null]);
    await call.dialled("completed", { isBridged: true });
    expect(await skippedAt()).toEqual([null, null]);
  });

  test("a volunteer who calls is not rung by their own call, nor by another", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const [own, other] = [await makeGroup([ann, bob]), await makeGroup([ann])];
    const call = new PhoneCall(ann.phone, own);
    expect(rings(await call.begin())).toBe(bob.phone);
    expect(rings(await new PhoneCall(freshNumber(), other).begin())).toBeNull();
    await call.ended();
    expect(await isFree(ann)).toBe(true);
    const stranger = new PhoneCall(ann.phone, await makeGroup([bob]));
    await stranger.begin();
    expect(rings(await new PhoneCall(freshNumber(), other).begin())).toBeNull();
    await stranger.ended();
    expect(await isFree(ann)).toBe(true);
  });
});

describe("what is changed in mid-call is for the next one", () => {
  test("shifts, and volunteers who leave", async () => {
    const [ann, bob] = [await makePerson("Ann"), await makePerson("Bob")];
    const group = await makeGroup([ann, bob]);
    const call = new PhoneCall(freshNumber(), group);
    await call.begin();
    await env.DB.batch([
      env.DB.prepare("DELETE FROM shifts WHERE helpline_id = ?").bind(group.id),
      env.DB.prepare("UPDATE volunteers SET removed_at = 1 WHERE id = ?").bind(bob.id),
    ]);
    expect(rings(await call.dialled("no-answer"))).toBe(bob.phone);
    const next = new PhoneCall(freshNumber(), group);
    expect(rings(await next.begin())).toBeNull();
    expect(await traceOf(group, next)).toEqual(["nobody-on", "voicemail"]);
  });
});
