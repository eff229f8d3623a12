// What the flow editor does to a flow, in small stories.
import { describe, expect, test } from "vitest";
import { check } from "#core/conversation/check";
import { Flow } from "#core/conversation/flow";
import { compareDrafts } from "../../../admin-ui/src/features/flows/draft/compare.ts";
import type { Draft } from "../../../admin-ui/src/features/flows/draft/draft.ts";
import {
  addStep,
  duplicateStep,
  moveStep,
  renameStep,
} from "../../../admin-ui/src/features/flows/draft/edit.ts";
import { fieldOf } from "../../../admin-ui/src/features/flows/draft/field-of.ts";
import { findProblems } from "../../../admin-ui/src/features/flows/draft/find-problems.ts";
import { sayMinutes, toMinutes, toSpan } from "../../../admin-ui/src/features/flows/draft/minutes.ts";
import { readDraft } from "../../../admin-ui/src/features/flows/draft/read-draft.ts";
import { sayCondition } from "../../../admin-ui/src/features/flows/draft/say-condition.ts";
import { nameStep } from "../../../admin-ui/src/features/flows/draft/say-step.ts";
import { slugOf } from "../../../admin-ui/src/features/flows/list/slug-of.ts";
import { CASES } from "../../core/conversation/check-cases.ts";

const SURVEY: Draft = {
  schema: 1,
  languages: ["en", "es"],
  nodes: [
    { id: "rating", kind: "ask", text: { en: "How was it?", es: "¿Qué tal?" }, answer: { kind: "rating" } },
    {
      id: "fork",
      kind: "branch",
      cases: [{ when: { path: "answers.rating", op: "gte", value: 4 }, next: "bye" }],
    },
    {
      id: "why",
      kind: "ask",
      text: { en: "Why?", es: "¿Por qué?" },
      answer: { kind: "text" },
      otherwise: "bye",
    },
    { id: "bye", kind: "end", text: { en: "Thanks {{ rating }}", es: "Gracias" } },
  ],
};

const said = (draft: Draft) =>
  findProblems(draft, []).map(({ place, field, message }) => `${place} | ${field} | ${message}`);

describe("Edits", () => {
  test("a step that is renamed takes along the ways to it", () => {
    const { nodes } = renameStep(SURVEY, 3, "goodbye");
    expect(nodes[1]).toMatchObject({ cases: [{ next: "goodbye" }] });
    expect(nodes[2]).toMatchObject({ otherwise: "goodbye" });
  });

  test("a question that is renamed takes along the branches on its answer", () => {
    const { nodes } = renameStep(SURVEY, 0, "first-rating");
    expect(nodes[1]).toMatchObject({ cases: [{ when: { path: "answers.first_rating" } }] });
  });

  test("a new branch asks about the question above it", () => {
    const { draft, id } = addStep(SURVEY, "branch", 1);
    expect(draft.nodes[1]).toEqual({
      id,
      kind: "branch",
      cases: [{ when: { path: "answers.rating", op: "gte", value: 1 }, next: "end" }],
    });
  });

  test("a copy stands below its original under a name of its own", () => {
    const { draft, id } = duplicateStep(SURVEY, 2);
    expect([id, draft.nodes.map((node) => node.id)]).toEqual([
      "why-1",
      ["rating", "fork", "why", "why-1", "bye"],
    ]);
  });
});

describe("Problems", () => {
  test("each case of the check has a field where it is mended", () => {
    const places = CASES.flatMap(({ nodes, more = {} }) =>
      check(Flow.parse({ schema: 1, languages: ["en"], nodes, ...more })),
    ).map(({ code, message }) => `${code} → ${fieldOf({ code, message })}`);
    expect([...new Set(places)].sort()).toMatchInlineSnapshot(`
      [
        "answer-overwritten → saveAs",
        "answer-unknown → cases",
        "character-costly → text",
        "choices-overlap → answer",
        "date-unknown → until",
        "dead-end → step",
        "goto-missing → interrupts",
        "goto-missing → next",
        "id-repeated → answer",
        "id-repeated → id",
        "language-unknown → changes",
        "language-unknown → text",
        "limits-crossed → answer",
        "loop → step",
        "path-unknown → cases",
        "placeholder-bare → changes",
        "placeholder-bare → text",
        "template-broken → answer",
        "text-long → text",
        "timer-late → reminders",
        "translation-missing → answer",
        "translation-missing → text",
        "unreachable → step",
        "wait-pointless → step",
        "whatsapp-window → text",
        "word-reserved → answer",
        "word-reserved → interrupts",
        "word-reserved → skip",
      ]
    `);
  });

  test("a flow without a step, a text without words: said in place", () => {
    expect(said({ schema: 1, languages: ["en"], nodes: [] })).toEqual([
      "The flow | nodes | This flow has no step yet.",
    ]);
    const { draft } = addStep({ schema: 1, languages: ["en"], nodes: [] }, "ask", 0);
    expect(said(draft)).toEqual([
      '1. Question | text | The text has no wording in "en", the flow\'s own language.',
    ]);
  });

  test("what belongs to no step and no option is shown as JSON, with what is wrong", () => {
    expect(readDraft({ ...SURVEY, nodes: [{ id: "hi", kind: "shout", text: { en: "Hi" } }] })).toMatchObject({
      kind: "json",
      problems: [{ message: expect.stringContaining('there is no "shout"') as string }],
    });
  });
});

describe("Differences", () => {
  test("are told step by step, with the words before and after", () => {
    const added = addStep(SURVEY, "say", 4).draft;
    const moved = moveStep(added, 2, 0);
    const [first, ...rest] = moved.nodes;
    const changed = {
      ...moved,
      nodes: [first, ...rest.map((node) => (node.id === "bye" ? { ...node, text: { en: "Bye" } } : node))],
    };
    expect(compareDrafts(SURVEY, { ...changed, expiresAfterMinutes: 60 })).toEqual([
      {
        kind: "changed",
        node: null,
        title: "Settings of the flow",
        changes: [{ what: "expiresAfterMinutes", before: "10080", after: "60" }],
      },
      { kind: "moved", node: "why", title: "Question: Why?", changes: [] },
      {
        kind: "changed",
        node: "bye",
        title: "End: Bye",
        changes: [
          { what: "text, English", before: "Thanks {{ rating }}", after: "Bye" },
          { what: "text, Spanish", before: "Gracias", after: null },
        ],
      },
      { kind: "added", node: "message-1", title: "Message: Message", changes: [] },
    ]);
  });
});

describe("Words", () => {
  test.each([
    [1, "1 minute"],
    [90, "90 minutes"],
    [60, "1 hour"],
    [2880, "2 days"],
    [10_080, "1 week"],
  ])("%i minutes are %s", (minutes, said) => {
    expect(sayMinutes(minutes)).toBe(said);
    expect(toMinutes(toSpan(minutes))).toBe(minutes);
  });

  test("a condition reads as a sentence", () => {
    const condition = {
      all: [
        { path: "answers.rating", op: "gte" as const, value: 4 },
        {
          any: [
            { path: "tags", op: "contains" as const, value: "vip" },
            { not: { path: "language", op: "eq" as const, value: "en" } },
          ],
        },
      ],
    };
    expect(sayCondition(condition)).toBe(
      "rating is at least 4 and (tags contains vip or not (language is en))",
    );
  });

  test("a branch is called by the words of the question it asks about", () => {
    const names = SURVEY.nodes.map((step) => nameStep(step, "en", SURVEY.nodes));
    expect(names[1]).toBe("If “How was it?” is at least 4");
  });

  test("a name becomes a slug", () => {
    expect(["Café: was it good?", "  Über 100 % ", "مرحبا"].map(slugOf)).toEqual([
      "cafe-was-it-good",
      "uber-100",
      "",
    ]);
  });
});
