// A transcript as something to be played: what happens at which instant, and what is to be heard then.
import { Temporal } from "temporal-polyfill";
import type { Flow } from "#core/conversation/flow";
import type { Transcript, TranscriptLine } from "#core/conversation/transcript";

/** Where the numbers of the test are at home. */
const ZONE = "Europe/London";

export type Stimulus = Extract<TranscriptLine, { kind: "hear" | "event" }>;
type Say = Extract<TranscriptLine, { kind: "say" }>;

/** One thing that happens, and all that is said to it: one message. */
export interface Turn {
  /** null where time passed, or where the flow was begun by us. */
  readonly stimulus: Stimulus | null;
  readonly says: readonly Say[];
  /** The end of the run, if this was it. */
  readonly disposition: string | null;
  /** The run fails because this turn's words never arrive. */
  readonly isUndeliverable: boolean;
}

/** What happens at one instant, in order. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly turns: readonly Turn[];
}

export interface Scene {
  readonly name: string;
  readonly transcript: Transcript;
  /** Its flow ends by enrolling into another, which then goes on speaking. */
  readonly hasSequel: boolean;
  /** The first turn of the first moment is what begins it: words, or we (null). */
  readonly moments: readonly Moment[];
}

/** The transcript's moments from the first instant after `now` at which it is as late on such a weekday as it says, where the person is. */
export function toScene(name: string, transcript: Transcript, flow: Flow, now: number): Scene {
  const { header, lines } = transcript;
  const hasSequel = flow.nodes.some(({ kind }) => kind === "enrol");
  const startAt = nextLike(header.now, header.zone ?? ZONE, lengthOf(lines), now);
  const moments: { at: number; turns: TurnDraft[] }[] = [{ at: startAt, turns: [begin(null)] }];
  for (const line of lines) {
    const moment = moments.at(-1);
    const turn = moment?.turns.at(-1);
    if (moment === undefined || turn === undefined) continue;
    if (line.kind === "pass") moments.push({ at: moment.at + line.ms, turns: [begin(null)] });
    if (line.kind === "event" && line.event === "failed") turn.isUndeliverable = true;
    else if (line.kind === "hear" || line.kind === "event") moment.turns.push(begin(line));
    if (line.kind === "say") turn.says.push(line);
    if (line.kind === "end") turn.disposition = line.disposition;
  }
  const [opening] = moments[0]?.turns ?? [];
  if (opening?.says.length === 0) moments[0]?.turns.shift();
  return { name, transcript, hasSequel, moments };
}

interface TurnDraft extends Turn {
  readonly says: Say[];
  disposition: string | null;
  isUndeliverable: boolean;
}

function begin(stimulus: Stimulus | null): TurnDraft {
  return { stimulus, says: [], disposition: null, isUndeliverable: false };
}

function lengthOf(lines: readonly TranscriptLine[]): number {
  return lines.reduce((sum, line) => sum + (line.kind === "pass" ? line.ms : 0), 0);
}

/** Whole weeks later, at the same time by the wall clock, and with no change of the clocks before it is over. */
function nextLike(at: number, zone: string, lengthMs: number, now: number): number {
  let start = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const isFit = () =>
    start.epochMilliseconds > now && start.add({ milliseconds: lengthMs }).offset === start.offset;
  while (!isFit()) start = start.add({ weeks: 1 });
  return start.epochMilliseconds;
}
