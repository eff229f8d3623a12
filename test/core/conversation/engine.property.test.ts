// Ten thousand flows that nobody would write, met by people who do not answer what is asked.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changePerson } from "#core/conversation/change-person";
import { advance } from "#core/conversation/engine";
import type { Advance, Advanced, RunState } from "#core/conversation/run";
import { STEPS_PER_ADVANCE_MAX, STEPS_PER_RUN_MAX } from "#core/conversation/steps";
import { arbitraryFlow } from "./arbitrary-flow.ts";
import { arbitraryHappening, arbitraryPerson } from "./arbitrary-input.ts";

const BEGIN = Date.UTC(2026, 10, 21, 10);
const SEED = 20_261_121;
/** Takes four seconds on two slow cores; a machine that is busy otherwise should not fail it. */
const TIMEOUT_MS = 60_000;

const arbitraryStory = fc.record({
  flow: arbitraryFlow,
  person: arbitraryPerson,
  words: fc.constantFrom("", "JOIN"),
  happenings: fc.array(arbitraryHappening, { maxLength: 8 }),
  draw: fc.constantFrom(0, 0.25, 0.5, 0.999_999),
  whenUnmatched: fc.constantFrom("return" as const, "retry" as const),
});
type Story = typeof arbitraryStory extends fc.Arbitrary<infer T> ? T : never;

/** Plays a story and hands every step to `look`. */
function play(story: Story, look: (step: Advance, advanced: Advanced) => void): void {
  const { flow, draw, whenUnmatched } = story;
  let { person } = story;
  let now = BEGIN;
  const take = (state: RunState | null, input: Advance["input"]) => {
    const step: Advance = { flow, state, person, input, now, draw, whenUnmatched };
    const advanced = advance(step);
    look(step, advanced);
    person = advanced.effects.reduce(changePerson, person);
    return advanced.state;
  };
  let state = take(null, { kind: "start", words: story.words });
  for (const happening of story.happenings) {
    if (happening.kind === "input") {
      now += happening.afterMs;
      state = take(state, happening.input);
    } else {
      now = Math.max(now, state.wake?.at ?? now) + happening.lateMs;
      state = take(state, { kind: "timeout", turn: state.turn - (happening.isStale ? 1 : 0) });
    }
  }
}

function assertAll(property: (step: Advance, advanced: Advanced) => void, numRuns: number): void {
  fc.assert(
    fc.property(arbitraryStory, (story) => play(story, property)),
    { numRuns, seed: SEED },
  );
}

/** Written down and read back, as an object does between two messages. */
function reread<T>(value: T): T {
  const read: T = JSON.parse(JSON.stringify(value));
  return read;
}

describe("any flow, any input", () => {
  it("ends every step, never says nothing, and STOP silences it for good", { timeout: TIMEOUT_MS }, () => {
    let looks = 0;
    assertAll((step, advanced) => {
      looks += 1;
      const { state, effects, visits } = advanced;
      // It ended, and within its limits.
      if (visits.length > STEPS_PER_ADVANCE_MAX + 2 || state.steps > STEPS_PER_RUN_MAX)
        throw new Error("walked too far");
      for (const effect of effects) {
        if (effect.kind === "say" && effect.text.trim() === "")
          throw new Error(`said nothing at ${effect.node}`);
      }
      // The same input, from a state that was written down and read back, makes the same step.
      const again = advance({ ...step, state: reread(step.state) });
      if (JSON.stringify(again) !== JSON.stringify(advanced)) throw new Error("another time, another answer");
      // A run waits for exactly what its phase says, and is finished once.
      const isWoken = state.phase !== "finished";
      if (isWoken !== (state.wake !== null))
        throw new Error(`${state.phase} with wake ${JSON.stringify(state.wake)}`);
      const finishes = effects.filter(({ kind }) => kind === "finish").length;
      const hasJustFinished = state.phase === "finished" && step.state?.phase !== "finished";
      if (finishes !== (hasJustFinished ? 1 : 0)) throw new Error(`${finishes} finishes`);
      if ((state.disposition !== null) !== (state.phase === "finished"))
        throw new Error("a disposition too many or too few");
      // STOP, at this very point.
      const stopped = advance({ ...step, state, input: { kind: "opted-out" } });
      if (stopped.effects.some(({ kind }) => kind !== "finish")) throw new Error("spoke after STOP");
      const after = advance({ ...step, state: stopped.state, input: { kind: "message", text: "yes" } });
      if (stopped.state.phase !== "finished" || after.effects.length > 0)
        throw new Error("answered after STOP");
    }, 10_000);
    expect(looks).toBeGreaterThan(40_000);
  });

  it("leaves the state alone when it has nothing to do with the input", () => {
    assertAll(({ state, input, now, whenUnmatched }, advanced) => {
      if (state === null) return;
      const isStale =
        input.kind === "timeout" && (input.turn !== state.turn || (state.wake?.at ?? Infinity) > now);
      const isReturned = advanced.unmatched && (whenUnmatched === "return" || state.phase !== "asking");
      if ((isStale || isReturned || state.phase === "finished") && advanced.state !== state)
        throw new Error("changed all the same");
      if (advanced.state !== state && advanced.state.turn !== state.turn + 1)
        throw new Error("a change that is no turn");
    }, 1000);
  });

  it("always moves on when its own time comes, so that no alarm rings for ever", () => {
    assertAll(({ state, input, now }, advanced) => {
      if (state === null || input.kind !== "timeout" || input.turn !== state.turn || state.wake === null)
        return;
      if (state.wake.at <= now && advanced.state.wake !== null && advanced.state.wake.at <= now) {
        throw new Error(`woke at ${now} and wants to wake at ${advanced.state.wake.at}`);
      }
    }, 1000);
  });
});
