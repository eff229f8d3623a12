// What the page knows, and how it hears of changes.
import type { MailWorld } from "../../mail/page/wire.ts";
import type { ClockReading, PhoneCall, PhoneEvent, Thread, WireNote, World } from "../wire.ts";

export type View = "people" | "phone" | "network";

export type State = {
  /** The phone in hand; empty before one is chosen. */
  number: string;
  /** The line being written to. */
  line: string;
  view: View;
  world: World | undefined;
  thread: Thread | undefined;
  /** The call on the screen: one that is going on, or was a moment ago. */
  call: PhoneCall | undefined;
  mail: MailWorld | undefined;
  wire: WireNote[];
  clock: (ClockReading & { readAt: number }) | undefined;
  online: boolean;
};

const NUMBER_KEY = "partyline.phone.number";
const LINE_KEY = "partyline.phone.line";
const WIRE_NOTES_MAX = 80;

let state: State = {
  number: localStorage.getItem(NUMBER_KEY) ?? "",
  line: localStorage.getItem(LINE_KEY) ?? "",
  view: "phone",
  world: undefined,
  thread: undefined,
  call: undefined,
  mail: undefined,
  wire: [],
  clock: undefined,
  online: false,
};

const listeners = new Set<() => void>();

export function getState(): State {
  return state;
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function setState(change: Partial<State>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export function choosePerson(number: string): void {
  localStorage.setItem(NUMBER_KEY, number);
  setState({ number, thread: undefined, call: undefined, wire: [], view: "phone" });
  listen();
}

export function chooseLine(line: string): void {
  localStorage.setItem(LINE_KEY, line);
  setState({ line });
}

let source: EventSource | undefined;

/** Opens the stream of the phone in hand, or of none; the browser opens it again by itself when it breaks. */
export function listen(number = state.number): void {
  source?.close();
  const opened = new EventSource(`/sim/events?number=${encodeURIComponent(number)}`);
  opened.addEventListener("open", () => setState({ online: true, wire: [] }));
  opened.addEventListener("error", () => setState({ online: false }));
  opened.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const event: PhoneEvent = JSON.parse(data);
    take(event);
  });
  source = opened;
}

function take(event: PhoneEvent): void {
  switch (event.kind) {
    case "world": {
      const { lines } = event.world;
      const known = lines.some((line) => line.address === state.line);
      setState({ world: event.world, ...(known ? {} : { line: lines[0]?.address ?? "" }) });
      break;
    }
    case "thread":
      setState({ thread: event.thread });
      break;
    case "call":
      takeCall(event.call);
      break;
    case "wire":
      setState({ wire: [event.note, ...state.wire].slice(0, WIRE_NOTES_MAX) });
      break;
    case "mail":
      setState({ mail: event.mail });
      break;
    case "clock":
      takeClock(event.clock);
      break;
    default:
      event satisfies never;
  }
}

/** A call that was over before this page saw it is history; a new one comes to the front. */
function takeCall(call: PhoneCall | null): void {
  const isKnown = call !== null && call.sid === state.call?.sid;
  if (call === null || (call.state === "over" && !isKnown)) return;
  setState({ call, ...(isKnown ? {} : { view: "phone" }) });
}

export function dismissCall(): void {
  setState({ call: undefined });
}

export function takeClock(clock: ClockReading): void {
  setState({ clock: { ...clock, readAt: Date.now() } });
}
