// Plays a transcript's person through a flow and compares what the flow says with what is written.
import { changePerson } from "#core/conversation/change-person";
import { advance } from "#core/conversation/engine";
import type { Flow } from "#core/conversation/flow";
import type { Advanced, Input, Person, RunState } from "#core/conversation/run";
import { compareLines } from "#core/conversation/transcript/compare";
import type { Mismatch } from "#core/conversation/transcript/compare";
import { linesOf } from "#core/conversation/transcript/effect";
import { isStimulus } from "#core/conversation/transcript/line";
import type { Transcript, TranscriptHeader, TranscriptLine } from "#core/conversation/transcript/line";

export interface Played {
  /** What really happened, comments kept: the transcript as it would be right. */
  readonly lines: readonly TranscriptLine[];
  readonly mismatch: Mismatch | null;
  readonly state: RunState;
  readonly steps: readonly Advanced[];
  readonly turns: readonly Turn[];
  /** What time it has become: epoch milliseconds. */
  readonly now: number;
}

/** One input, when it came and what it did. */
export interface Turn {
  readonly input: Input;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly step: Advanced;
}

/** More wakes than this between two lines are a flow that wakes itself for ever. */
const WAKES_MAX = 1000;

/** The first `> text` starts the run with those words; a transcript that begins otherwise starts it without any. */
export function playTranscript(flow: Flow, person: Person, { header, lines }: Transcript): Played {
  const stage = new Stage(flow, introduce(person, header), header);
  const isBegunByWords = lines.find((line) => line.kind !== "comment")?.kind === "hear";
  if (!isBegunByWords) stage.take({ kind: "start" });
  for (const line of lines) {
    if (line.kind === "comment") stage.played.push(line);
    if (isStimulus(line)) stage.play(line);
  }
  const { state, played, turns, now } = stage;
  if (state === null) throw new Error("nothing started");
  const steps = turns.map(({ step }) => step);
  return { lines: played, mismatch: compareLines(lines, played), state, steps, turns, now };
}

function introduce(person: Person, { channel, language, zone, fields, tags }: TranscriptHeader): Person {
  return {
    ...person,
    ...(channel !== undefined && { channel }),
    ...(language !== undefined && { language }),
    ...(zone !== undefined && { zone }),
    fields: { ...person.fields, ...fields },
    tags: [...person.tags, ...(tags ?? [])],
  };
}

class Stage {
  state: RunState | null = null;
  readonly played: TranscriptLine[] = [];
  readonly turns: Turn[] = [];
  now: number;
  readonly #flow: Flow;
  readonly #draw: number;
  #person: Person;

  constructor(flow: Flow, person: Person, { now, draw = 0 }: TranscriptHeader) {
    this.#flow = flow;
    this.#person = person;
    this.now = now;
    this.#draw = draw;
  }

  play(line: TranscriptLine): void {
    this.played.push(line);
    if (line.kind === "pass") this.#pass(line.ms);
    if (line.kind === "hear")
      this.take(this.state === null ? { kind: "start", words: line.text } : toInput(line));
    if (line.kind === "event")
      this.take(line.event === "failed" ? { kind: "failed", reason: "test" } : { kind: line.event });
  }

  take(input: Input): void {
    const { state } = this;
    const step = advance({
      flow: this.#flow,
      state,
      person: this.#person,
      input,
      now: this.now,
      draw: this.#draw,
    });
    this.state = step.state;
    this.#person = step.effects.reduce(changePerson, this.#person);
    this.played.push(...linesOf(step));
    this.turns.push({ input, at: this.now, step });
  }

  /** Lets time pass; what falls due on the way happens at its own time. */
  #pass(ms: number): void {
    const until = this.now + ms;
    for (let wakes = 0; wakes < WAKES_MAX && this.state?.wake && this.state.wake.at <= until; wakes += 1) {
      this.now = Math.max(this.now, this.state.wake.at);
      this.take({ kind: "timeout", turn: this.state.turn });
    }
    this.now = until;
  }
}

function toInput({ text, option, location, attachments }: Extract<TranscriptLine, { kind: "hear" }>): Input {
  if (option !== undefined) return { kind: "choice", option, text };
  return { kind: "message", text, ...(location && { location }), ...(attachments && { attachments }) };
}
