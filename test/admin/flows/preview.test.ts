// The live preview's model: what was said stays said when the draft changes, silence can be hurried, and a copy is a test.
import { describe, expect, it } from "vitest";
import { parseTranscript, playTranscript } from "#core/conversation/transcript";
import { fieldsNamed } from "../../../admin-ui/src/features/flows/preview/names.ts";
import { playScene } from "../../../admin-ui/src/features/flows/preview/play.ts";
import type { Act, Cast, Scene } from "../../../admin-ui/src/features/flows/preview/play.ts";
import { inTime, nextWake, tellTurn } from "../../../admin-ui/src/features/flows/preview/tell.ts";
import { readFlow, SOMEBODY } from "../../core/conversation/stage.ts";

const CAST: Cast = {
  channel: "sms",
  language: "en",
  zone: "Europe/London",
  fields: {},
  tags: [],
  draw: 0,
  opening: null,
};
const START = { slug: "product-review", cast: CAST, startedAt: Date.parse("2026-11-21T10:00Z") };
const review = readFlow("product-review");
const hear = (text: string): Act => ({ kind: "hear", text });

type PlayedScene = Extract<Scene, { kind: "played" }>;

function played(scene: Scene): PlayedScene {
  if (scene.kind !== "played") throw new Error(scene.why);
  return scene;
}

function saidBy({ turns }: PlayedScene): string[] {
  return turns.flatMap(({ step }) =>
    step.effects.flatMap((effect) => (effect.kind === "say" ? effect.text : [])),
  );
}

describe("preview", () => {
  it("begins by itself, and takes the first words as an answer", () => {
    const scene = played(playScene(review, START, [hear("iPhone 15")]));
    expect(saidBy(scene)).toEqual([
      "Hi! Which product is this review for?",
      "Okay, got it. What's your name?",
    ]);
  });

  it("begins with the person's words where they do", () => {
    const cast = { ...CAST, opening: "REVIEW" };
    const scene = played(playScene(review, { ...START, cast }, []));
    expect(scene.turns[0]?.input).toEqual({ kind: "start", words: "REVIEW" });
    expect(saidBy(scene)).toEqual(["Hi! Which product is this review for?"]);
  });

  it("replays what was said on a draft that changed", () => {
    const acts = [hear("iPhone 15"), hear("John")];
    const changed = {
      ...review,
      nodes: review.nodes.map((node) =>
        node.kind === "ask" && node.id === "review" ? { ...node, text: { en: "And now {{ name }}?" } } : node,
      ),
    };
    expect(saidBy(played(playScene(changed, START, acts))).at(-1)).toBe("And now John?");
  });

  it("hurries to the next reminder, and says what it is", () => {
    const before = played(playScene(review, START, [hear("iPhone 15")]));
    const wake = nextWake(before.state, before.now);
    expect(wake?.what).toBe("Reminder");
    expect(inTime(wake?.ms ?? 0)).toBe("in 23 hours");
    const after = playScene(review, START, [hear("iPhone 15"), { kind: "pass", ms: wake?.ms ?? 0 }]);
    expect(saidBy(played(after)).at(-1)).toBe("Still there? What's your name?");
  });

  it("tells what happened", () => {
    const { turns } = played(playScene(review, START, [hear("iPhone 15"), hear("John")]));
    expect(turns.map((turn) => tellTurn(turn).map(({ text }) => text))).toEqual([
      ["waits at product"],
      ["product: iPhone 15", "product → name", "waits at name"],
      ["name: John", "remembers first_name: John", "name → review", "waits at review"],
    ]);
  });

  it("tells a misunderstanding", () => {
    const nodes = review.nodes.map((node) =>
      node.kind === "ask" && node.id === "product" ? { ...node, answer: { kind: "number" as const } } : node,
    );
    const { turns } = played(playScene({ ...review, nodes }, START, [hear("perhaps")]));
    expect(turns.map((turn) => tellTurn(turn).map(({ text }) => text)).at(-1)).toEqual([
      "no answer to product: try 1",
    ]);
  });

  it("copies a test that holds", () => {
    const acts: readonly Act[] = [
      hear("iPhone 15"),
      { kind: "pass", ms: 23 * 3_600_000 },
      hear("John"),
      { kind: "event", event: "opted-out" },
    ];
    const { transcript } = played(playScene(review, START, acts));
    const parsed = parseTranscript(transcript);
    if (parsed.kind === "bad") throw new Error(parsed.problem);
    expect(parsed.transcript.lines.at(-1)).toEqual({ kind: "end", disposition: "breakoff" });
    expect(playTranscript(review, SOMEBODY, parsed.transcript).mismatch).toBeNull();
  });

  it("says why a draft without steps cannot be played", () => {
    expect(playScene({ ...review, nodes: [] }, START, []).kind).toBe("unplayable");
  });

  it("offers the fields that the flow names and never asks for", () => {
    const nodes = [
      { id: "hello", kind: "say" as const, text: { en: "Hi {{ first_name }} of {{ contact.street }}" } },
      { id: "again", kind: "say" as const, text: { en: "{{ answers.age }} {{ age }}" } },
      { id: "age", kind: "ask" as const, text: { en: "Age?" }, answer: { kind: "number" as const } },
    ];
    expect(fieldsNamed({ schema: 1, languages: ["en"], nodes })).toEqual(["first_name", "street"]);
  });
});
