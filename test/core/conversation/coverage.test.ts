// The transcripts together show everything a flow can be made of.
import { describe, expect, it } from "vitest";
import { advance } from "#core/conversation/engine";
import { answerName } from "#core/conversation/flow";
import type { AnswerRule } from "#core/conversation/flow";
import { RULES } from "#core/conversation/nodes/rules";
import { DISPOSITIONS } from "#core/conversation/run";
import { playTranscript } from "#core/conversation/transcript";
import { readFlow, readTranscript, SOMEBODY, transcriptNames } from "./stage.ts";

const ANSWER_KINDS: Readonly<Record<AnswerRule["kind"], true>> = {
  text: true,
  choice: true,
  "multi-choice": true,
  "yes-no": true,
  number: true,
  rating: true,
  nps: true,
  date: true,
  email: true,
  phone: true,
  media: true,
  location: true,
};

const plays = transcriptNames().map((name) => {
  const { transcript } = readTranscript(name);
  const flow = readFlow(transcript.header.flow);
  return { flow, played: playTranscript(flow, SOMEBODY, transcript) };
});

describe("the transcripts together", () => {
  it("walk through every kind of node", () => {
    const walked = new Set<string>();
    for (const { flow, played } of plays) {
      const visited = new Set(played.steps.flatMap(({ visits }) => visits.map(({ node }) => node)));
      for (const { id, kind } of flow.nodes) if (visited.has(id)) walked.add(kind);
    }
    expect(Object.keys(RULES).filter((kind) => !walked.has(kind))).toEqual([]);
  });

  it("give every kind of answer", () => {
    const given = new Set<string>();
    for (const { flow, played } of plays) {
      for (const node of flow.nodes) {
        const answer = node.kind === "ask" ? played.state.answers[answerName(node)] : undefined;
        if (node.kind === "ask" && answer !== undefined && !answer.skipped) given.add(node.answer.kind);
      }
    }
    expect(Object.keys(ANSWER_KINDS).filter((kind) => !given.has(kind))).toEqual([]);
  });

  it("end in every way but one: only another conversation interrupts", () => {
    const ends = new Set(plays.map(({ played }) => played.state.disposition));
    expect(DISPOSITIONS.filter((disposition) => !ends.has(disposition))).toEqual(["interrupted"]);
  });

  it("fall silent at STOP, wherever a person may say it", () => {
    const stoppedAt = new Set<string>();
    for (const { flow, played } of plays) {
      for (const { state } of played.steps) {
        if (state.phase === "finished") continue;
        const { state: stopped, effects } = advance({
          flow,
          state,
          person: SOMEBODY,
          input: { kind: "opted-out" },
          now: 0,
          draw: 0,
        });
        expect(effects).toEqual([{ kind: "finish", disposition: stopped.disposition }]);
        expect(stopped).toMatchObject({ phase: "finished", wake: null });
        stoppedAt.add(flow.nodes.find(({ id }) => id === state.node)?.kind ?? "nowhere");
      }
    }
    // The other kinds are passed through within one step: there is no moment in which to say it.
    expect([...stoppedAt].toSorted((a, b) => a.localeCompare(b))).toEqual([
      "ask",
      "consent",
      "hand-off",
      "wait",
    ]);
  });

  it("are read from right to left, too", () => {
    const says = plays.flatMap(({ played }) =>
      played.lines.flatMap((line) => (line.kind === "say" ? [line.text] : [])),
    );
    expect(says.some((text) => /^\p{Script=Arabic}/u.test(text))).toBe(true);
  });
});
