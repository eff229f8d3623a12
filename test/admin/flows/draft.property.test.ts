// The editor's model: whatever is opened is what is saved, and an edit changes what it says it changes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "#core/conversation/check";
import { Flow } from "#core/conversation/flow";
import { compareDrafts } from "../../../admin-ui/src/features/flows/draft/compare.ts";
import type { Draft } from "../../../admin-ui/src/features/flows/draft/draft.ts";
import {
  addStep,
  changeStep,
  duplicateStep,
  moveStep,
  removeStep,
  renameStep,
} from "../../../admin-ui/src/features/flows/draft/edit.ts";
import { findProblems } from "../../../admin-ui/src/features/flows/draft/find-problems.ts";
import { mapGotos } from "../../../admin-ui/src/features/flows/draft/gotos.ts";
import { readDraft } from "../../../admin-ui/src/features/flows/draft/read-draft.ts";
import { nameStep, sumUpStep } from "../../../admin-ui/src/features/flows/draft/say-step.ts";
import { arbitraryFlow } from "../../core/conversation/arbitrary-flow.ts";

const RUNS = { numRuns: 300, seed: 20261121 };

/** Opened as the page opens it: from JSON. */
function open(flow: Flow): Draft {
  const read = readDraft(JSON.parse(JSON.stringify(flow)));
  if (read.kind !== "steps") throw new Error(read.problems.map(({ message }) => message).join("\n"));
  return read.draft;
}

const codes = (of: Draft) => check(Flow.parse(of)).map(({ code }) => code);

describe("A flow in the editor", () => {
  test("is the JSON it was opened from, to the last character", () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        expect(JSON.stringify(open(flow))).toBe(JSON.stringify(flow));
      }),
      RUNS,
    );
  });

  test("is the same after edits that change nothing", () => {
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(), (flow, chance) => {
        const draft = open(flow);
        const index = chance % draft.nodes.length;
        const step = draft.nodes[index];
        if (step === undefined) throw new Error("no such step");
        const last = draft.nodes.length - 1;
        const there = [
          changeStep(draft, index, { ...step }),
          moveStep(moveStep(draft, index, last), last, index),
          removeStep(addStep(draft, "say", index).draft, index),
          removeStep(duplicateStep(draft, index).draft, index + 1),
          renameStep(renameStep(draft, index, "somewhere-else"), index, step.id),
          mapGotos(draft, (goto) => goto),
        ];
        for (const same of there) expect(same).toEqual(draft);
      }),
      RUNS,
    );
  });

  test("keeps leading where it led when a step is called something else", () => {
    fc.assert(
      fc.property(arbitraryFlow, fc.nat(), (flow, chance) => {
        const draft = open(flow);
        const renamed = renameStep(draft, chance % draft.nodes.length, "somewhere-else");
        // Problems are listed in the order of steps, which stays; their number and kind stay too.
        expect(codes(renamed)).toEqual(codes(draft));
      }),
      RUNS,
    );
  });

  test("has the problems that publishing would find, each at a place", () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const found = findProblems(open(flow), ["sms"]);
        const expected = check(flow, { channels: ["sms"] });
        expect(found.map(({ message }) => message).sort()).toEqual(
          expected.map(({ message }) => message).sort(),
        );
        for (const { field, place } of found) expect([field, place]).not.toContain("");
      }),
      RUNS,
    );
  });

  test("can be half-finished anywhere without the check falling over", () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const draft = open(flow);
        const emptied = JSON.parse(
          JSON.stringify(draft, (key, value: unknown) =>
            ["text", "label", "words"].includes(key) && typeof value === "object" ? {} : value,
          ),
        ) as unknown;
        const read = readDraft(emptied);
        expect(read.kind).toBe("steps");
        if (read.kind === "steps") findProblems(read.draft, []);
      }),
      RUNS,
    );
  });

  test("says each of its steps in a line", () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        for (const step of flow.nodes) {
          expect(nameStep(step, "en")).not.toBe("");
          expect(sumUpStep(step, flow)).not.toBe("");
        }
      }),
      RUNS,
    );
  });

  test("differs from itself in nothing, and from another in something", () => {
    fc.assert(
      fc.property(arbitraryFlow, arbitraryFlow, (one, other) => {
        expect(compareDrafts(one, open(one))).toEqual([]);
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        fc.pre(!isSame);
        expect(compareDrafts(one, other)).not.toEqual([]);
      }),
      RUNS,
    );
  });
});
