// Past conversations on a draft: what goes the same way, and what does not, in words.
import { describe, expect, it } from "vitest";
import type { Flow, Node } from "#core/conversation/flow";
import { compareOn } from "../../../admin-ui/src/features/flows/replay/differ.ts";
import { toScript } from "../../../admin-ui/src/features/flows/replay/past.ts";
import type { Past } from "../../../admin-ui/src/features/flows/replay/past.ts";
import { readFlow } from "../../core/conversation/stage.ts";

const review = readFlow("product-review");

function past(...words: readonly (readonly [at: string, text: string])[]): Past {
  return {
    source: "inbound",
    language: "en",
    startedAt: "2026-11-20T10:00:00Z",
    finishedAt: "2026-11-20T10:03:00Z",
    transcript: words.map(([at, text]) => ({
      direction: "in",
      channel: "sms",
      text,
      at: `2026-11-20T10:0${at}:00Z`,
      media: [],
      location: null,
    })),
  };
}

const JOHN = past(["0", "REVIEW"], ["1", "iPhone 15"], ["2", "John"], ["3", "Great phone."]);

function change(id: string, edit: (node: Node) => Node): Flow {
  return { ...review, nodes: review.nodes.map((node) => (node.id === id ? edit(node) : node)) };
}

describe("replay", () => {
  it("finds nothing where nothing was changed", () => {
    expect(compareOn(JOHN, review, review)).toEqual({ kind: "same" });
  });

  it("says which words are new", () => {
    const draft = change("name", (node) =>
      node.kind === "ask" ? { ...node, text: { en: "And your name?" } } : node,
    );
    const verdict = compareOn(JOHN, review, draft);
    expect(verdict).toEqual({
      kind: "differs",
      sentences: [
        "After “iPhone 15” we said “Okay, got it. What's your name?”; the draft says “And your name?”.",
      ],
    });
  });

  it("says which answers are no longer understood, and that it would not have ended", () => {
    const draft = change("name", (node) =>
      node.kind === "ask" ? { ...node, answer: { kind: "number" } } : node,
    );
    const verdict = compareOn(JOHN, review, draft);
    if (verdict.kind !== "differs") throw new Error(verdict.kind);
    expect(verdict.sentences).toContain("name: “John” then, no answer on the draft.");
    expect(verdict.sentences.at(-1)).toMatch(
      /^It ended completed then; on the draft it went on waiting at name\.$/,
    );
  });

  it("keeps the times, so that reminders come where they came", () => {
    const { acts, cast } = toScript(JOHN);
    expect(cast.opening).toBe("REVIEW");
    expect(acts.filter(({ kind }) => kind === "pass")).toEqual([
      { kind: "pass", ms: 60_000 },
      { kind: "pass", ms: 60_000 },
      { kind: "pass", ms: 60_000 },
      { kind: "pass", ms: 1000 },
    ]);
    const asked = toScript({ ...JOHN, source: "api" });
    expect([asked.cast.opening, asked.acts[0]]).toEqual([null, { kind: "hear", text: "REVIEW" }]);
  });

  it("says so where the draft cannot be played", () => {
    expect(compareOn(JOHN, review, { ...review, nodes: [] }).kind).toBe("unplayable");
  });
});
