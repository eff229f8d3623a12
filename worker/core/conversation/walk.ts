// One advance in the making: what the nodes say and change while the walk passes through them.
import type { Flow, Node, Text } from "#core/conversation/flow";
import type { Advance, Advanced, Answer, Effect, Person, RunState, Visit } from "#core/conversation/run";
import { changePerson } from "#core/conversation/change-person";
import { valuesOf } from "#core/conversation/facts";
import { renderQuestion } from "#core/conversation/question";
import type { Asking } from "#core/conversation/question";
import { sentencesIn } from "#core/conversation/sentences";
import { languagesOf, wordingOf } from "#core/conversation/words";
import { render } from "#core/template";

export interface SayExtra {
  readonly media?: readonly string[] | undefined;
  /** Makes it a question. */
  readonly asking?: Asking;
}

export class Walk {
  readonly flow: Flow;
  readonly now: number;
  /** The person's own words that brought the walk here; null where a clock or a member of staff did. */
  readonly words: string | null;
  state: RunState;
  #person: Person;
  #draw: number;
  #effects: Effect[] = [];
  readonly #visits: Visit[] = [];

  constructor({ flow, person, now, draw }: Advance, state: RunState, words: string | null) {
    this.flow = flow;
    this.#person = person;
    this.now = now;
    this.state = state;
    this.words = words;
    this.#draw = draw;
  }

  get person(): Person {
    return this.#person;
  }

  get languages(): readonly string[] {
    return languagesOf(this.state.language, this.flow.languages);
  }

  /**
   * A number in [0, 1) that falls into one of `shares` (adding up to 1): answers which. What is left of it within that
   * share is uniform again and feeds the next split, so several splits of one advance stay independent.
   */
  drawOne(shares: readonly number[]): number {
    let start = 0;
    for (const [index, share] of shares.entries()) {
      if (this.#draw < start + share || index === shares.length - 1) {
        // Rounding may leave the last share a hair past 1.
        this.#draw = Math.min(Math.max((this.#draw - start) / share, 0), 1 - Number.EPSILON);
        return index;
      }
      start += share;
    }
    return 0;
  }

  /** Says a text in the run's language. One that comes out empty is reported and `neutral` said in its place. */
  say(
    node: string,
    text: Text,
    extra: SayExtra = {},
    neutral: string = sentencesIn(this.languages).sorry,
  ): void {
    this.speak(node, this.fill(node, wordingOf(text, this.languages), neutral), extra);
  }

  /** Says words that are no template. */
  speak(node: string, text: string, { media = [], asking }: SayExtra = {}): void {
    const question = asking === undefined ? { text } : renderQuestion(text, asking);
    this.emit({ kind: "say", node, ...question, ...(media.length > 0 && { media }) });
  }

  /** Fills a template in; one that fails is reported and says what it still can, at least `neutral`. */
  fill(node: string, source: string, neutral: string): string {
    const values = valuesOf(this.state, this.person);
    const rendered = render(source, values, this.flow.defaults, neutral);
    if (rendered.kind === "failed") this.emit({ kind: "report", node, problem: rendered.problem });
    return rendered.text.trim();
  }

  record(node: string, name: string, answer: Answer): void {
    this.state = { ...this.state, answers: { ...this.state.answers, [name]: answer } };
    this.emit({ kind: "record-answer", node, name, answer });
  }

  /** Notes an effect; what it changes about the person counts from here on. */
  emit(effect: Effect): void {
    this.#effects.push(effect);
    this.#person = changePerson(this.#person, effect);
  }

  visit(node: Node, to: string | null): void {
    this.#visits.push({ node: node.id, to });
  }

  /** Marks a place to go back to with `forgetSince`. */
  get mark(): number {
    return this.#effects.length;
  }

  forgetSince(mark: number): void {
    this.#effects = this.#effects.slice(0, mark);
  }

  finish(): Advanced {
    return { state: this.state, effects: this.#effects, visits: this.#visits };
  }
}
