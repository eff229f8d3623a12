// Whatever is reported of a call, in whatever order and however often: nobody is rung twice, nobody hears silence, the end is the end.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { stepLeg } from "#core/helpline/leg";
import { beginCall, closeCall, noteRecording, scriptAfter, stepCall } from "#core/helpline/route";
import { NEW_DESK } from "#core/helpline/state";
import type { Position } from "#core/helpline/state";
import { LINE, pin } from "./play.ts";

const PEOPLE = ["Ann", "Bob", "Cem", "Dia"];
const NOW = Date.UTC(2026, 10, 21, 10);
const STATUSES = ["completed", "no-answer", "busy", "failed", "canceled", "answered", "queued"];
const digits = fc.constantFrom("", "1", "2", "9");
/** How many turns ago the news is about: most are about the newest. */
const age = fc.constantFrom(0, 0, 0, 0, 1, 2);

const news = fc.oneof(
  fc.record({ kind: fc.constant("menu" as const), age, digits }),
  fc.record({ kind: fc.constant("busy" as const), age, volunteerId: fc.constantFrom(...PEOPLE) }),
  fc.record({
    kind: fc.constant("dialled" as const),
    age,
    isBridged: fc.constantFrom(false, false, false, true),
    status: fc.constantFrom(...STATUSES),
    seconds: fc.option(fc.nat(600)),
    isCallerGone: fc.constantFrom(false, false, false, true),
  }),
  fc.record({ kind: fc.constant("picked-up" as const), age }),
  fc.record({ kind: fc.constant("pressed" as const), age, digits }),
  fc.record({ kind: fc.constantFrom("initiated" as const, "completed" as const), age }),
  fc.record({ kind: fc.constant("recorded" as const), seconds: fc.option(fc.nat(600)) }),
  fc.record({ kind: fc.constant("recording" as const), seconds: fc.option(fc.nat(600)) }),
  fc.record({ kind: fc.constantFrom("ended" as const, "lost" as const) }),
);
type News = typeof news extends fc.Arbitrary<infer One> ? One : never;

function hear(position: Position, one: News, turn: number, now: number): Position {
  switch (one.kind) {
    case "ended":
      return closeCall(position, "caller", now);
    case "lost":
      return closeCall(position, "lost", now);
    case "recording":
      return noteRecording(position, one.seconds, now);
    case "recorded":
      return stepCall(position, { kind: "recorded", seconds: one.seconds }, now);
    case "picked-up":
    case "initiated":
    case "completed":
      return stepLeg(position, { kind: one.kind, turn }, now).position;
    case "pressed":
      return stepLeg(position, { kind: "pressed", turn, digits: one.digits }, now).position;
    case "menu":
    case "busy":
    case "dialled":
      return stepCall(position, { ...one, turn }, now);
    default:
      return one satisfies never;
  }
}

const settings = fc.record({
  people: fc.subarray(PEOPLE),
  hasMenu: fc.boolean(),
  otherwise: fc.constantFrom({ kind: "voicemail" }, { kind: "number", number: "+15550009999" }),
  order: fc.constantFrom("fixed", "round-robin", "least-recent"),
});

function begin({ people, hasMenu, ...config }: typeof settings extends fc.Arbitrary<infer S> ? S : never) {
  const menu = {
    text: { en: "Choose.", es: "Elija." },
    choices: {
      1: { kind: "hunt" },
      2: { kind: "number", number: "+15550007777" },
      9: { kind: "language", language: "es" },
    },
  };
  const pinned = pin({ people, config: { ...config, ...(hasMenu && { menu }) } });
  const address = { kind: "phone", value: "+14155550101" } as const;
  return beginCall(NEW_DESK, { sid: "CA1", number: LINE, addressId: "caller", address }, pinned, NOW);
}

test("the laws of a call", () => {
  fc.assert(
    fc.property(settings, fc.array(news, { maxLength: 25 }), (setting, all) => {
      let position = begin(setting);
      for (const [index, one] of all.entries()) {
        const now = NOW + (index + 1) * 7_000;
        const turn = position.call.scripts.length - ("age" in one ? one.age : 0);
        const before = position;
        position = hear(before, one, turn, now);
        const { call } = position;

        // The same news again changes nothing of the call, and is answered the same.
        const again = hear(position, one, turn, now + 1_000);
        expect(again.call).toEqual(call);
        expect(scriptAfter(again.call, turn)).toEqual(scriptAfter(call, turn));

        // Nobody is rung twice, and nobody is both rung and passed over.
        const asked = call.trace.flatMap((entry) =>
          entry.kind === "rang" || entry.kind === "skipped" ? [entry.volunteerId] : [],
        );
        expect(new Set(asked).size).toBe(asked.length);

        // Never silence: every script ends in something that leads on, or in our hanging up.
        for (const { acts } of call.scripts)
          expect(acts.at(-1)?.kind).toMatch(/^(menu|ring|forward|hang-up)$/);

        // What was said stays said, except to whom a busy volunteer was to be put through; the end is the end.
        if (one.kind !== "busy")
          expect(call.scripts.slice(0, before.call.scripts.length)).toEqual(before.call.scripts);
        if (before.call.endedAt !== null) expect(call.endedAt).toBe(before.call.endedAt);
        expect(call.outcome === null).toBe(call.endedAt === null);

        // Storage and the way between Worker and object are JSON.
        expect(JSON.parse(JSON.stringify(call))).toEqual(call);
      }
      const over = closeCall(position, "lost", NOW + 3_600_000).call;
      expect(over.endedAt).not.toBeNull();
    }),
    { seed: 20_261_121, numRuns: 500 },
  );
});
