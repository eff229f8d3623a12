// Texts to a group's number, passed on to whoever is on shift and back: which text belongs to whom. A tag tells open callers apart.
import { mask } from "#core/phone";
import { fillIn } from "../asking/words.ts";
import { relayWords } from "./relay-words.ts";

/** Somebody on shift who can be texted. */
export interface RelayPerson {
  readonly volunteerId: string;
  readonly addressId: string;
  readonly phone: string;
  readonly language: string;
}

export interface RelayCaller {
  readonly addressId: string;
  readonly phone: string;
  readonly lineId: string;
}

interface Line {
  readonly by: "caller" | "volunteer";
  readonly text: string;
}

export interface Thread {
  readonly tag: string;
  readonly caller: RelayCaller;
  /** Who has it; null while nobody is on shift. */
  readonly person: RelayPerson | null;
  readonly heardAt: number;
  readonly lines: readonly Line[];
}

export interface Relay {
  readonly threads: readonly Thread[];
  /** Whom each volunteer spoke to last, while nobody else has written to them since. */
  readonly addressed: Readonly<Record<string, string>>;
  /** What each volunteer said without saying to whom. */
  readonly unclear: Readonly<Record<string, readonly string[]>>;
  /** When callers were told that nobody is there. */
  readonly told: Readonly<Record<string, number>>;
}

export type Saying =
  | {
      readonly kind: "to-volunteer";
      readonly person: RelayPerson;
      readonly lineId: string;
      readonly text: string;
      /** Whose words they are: where this person cannot be texted, somebody else has to have them. */
      readonly callerId?: string;
    }
  /** `person` said it, and hears of it where the caller wants to hear nothing any more. */
  | {
      readonly kind: "to-caller";
      readonly caller: RelayCaller;
      readonly person: RelayPerson | null;
      readonly text: string;
    }
  /** The caller is told, and coordinators. */
  | { readonly kind: "nobody"; readonly caller: RelayCaller };

export interface Relayed {
  readonly relay: Relay;
  readonly says: readonly Saying[];
}

export const NO_RELAY: Relay = { threads: [], addressed: {}, unclear: {}, told: {} };

/** Whoever writes again after so long has something new to say; until then the same volunteer knows what it is about. */
export const QUIET_MS = 6 * 3_600_000;
/** Consonants only: a text that begins with the word A, I, E, O or Y must not reach the wrong person. Nobody talks to more at once. */
export const TAGS = Array.from("BCDFGHJKLMNPRSTVWXZ");
/** Enough to go on from, in two or three segments each. */
const LINES_MAX = 5;
const LINE_CHARACTERS_MAX = 300;
const UNCLEAR_MAX = 5;

/** A caller's text goes to the person who has them, if still on shift, else to the first who is. `people`: those on shift, in order. */
export function hearCaller(
  before: Relay,
  caller: RelayCaller,
  text: string,
  people: readonly RelayPerson[],
  now: number,
): Relayed {
  const relay = forgetQuiet(before, now);
  const known = relay.threads.find((thread) => thread.caller.addressId === caller.addressId);
  const tag = known?.tag ?? TAGS.find((one) => relay.threads.every((thread) => thread.tag !== one));
  if (tag === undefined) return tellNobody(relay, caller, now);
  const person = keeps(known?.person ?? null, people);
  const thread: Thread = {
    tag,
    caller,
    person,
    heardAt: now,
    lines: addLine(known?.lines ?? [], "caller", text),
  };
  const after = put(relay, thread);
  if (person === null) return tellNobody(after, caller, now);
  const isNew = known !== undefined && known.person?.volunteerId !== person.volunteerId;
  const said = isNew ? handOver(thread) : `${nameOf(thread)}: ${text}`;
  const others = Object.entries(after.addressed).filter(
    ([id, to]) => id !== person.volunteerId || to === tag,
  );
  return {
    relay: { ...after, addressed: Object.fromEntries(others) },
    says: [passTo(person, caller, said)],
  };
}

/** Who had a caller cannot be texted: the first of `people` has them now. */
export function passOn(
  before: Relay,
  callerId: string,
  people: readonly RelayPerson[],
  now: number,
): Relayed {
  const known = before.threads.find(({ caller }) => caller.addressId === callerId);
  if (known === undefined) return { relay: before, says: [] };
  const person = people[0] ?? null;
  const thread = { ...known, person };
  const relay = put(before, thread);
  if (person === null) return tellNobody(relay, thread.caller, now);
  return { relay, says: [passTo(person, thread.caller, handOver(thread))] };
}

/** A volunteer's text goes to the caller they mean; null for a volunteer who has none. */
export function hearVolunteer(before: Relay, volunteerId: string, text: string, now: number): Relayed | null {
  const relay = forgetQuiet(before, now);
  const theirs = relay.threads.filter(({ person }) => person?.volunteerId === volunteerId);
  const [first] = theirs;
  if (first === undefined) return null;
  const { tag, rest } = readTag(text, theirs);
  const named = theirs.find((thread) => thread.tag === tag);
  const last = theirs.find((thread) => thread.tag === relay.addressed[volunteerId]);
  const meant = named ?? (theirs.length === 1 ? first : last);
  if (meant === undefined) return askWhich(relay, theirs, volunteerId, text);
  if (isClosing(rest)) return close(relay, meant);

  const kept = named === undefined ? [] : (relay.unclear[volunteerId] ?? []);
  const words = [...kept, ...(rest === "" ? [] : [rest])].join("\n");
  const addressed = { ...relay.addressed, [volunteerId]: meant.tag };
  if (words === "") return { relay: { ...relay, addressed }, says: [] };
  const thread = { ...meant, heardAt: now, lines: addLine(meant.lines, "volunteer", words) };
  const { [volunteerId]: _said, ...unclear } = relay.unclear;
  return {
    relay: {
      ...put(relay, thread),
      unclear: named === undefined ? relay.unclear : unclear,
      addressed,
    },
    says: [{ kind: "to-caller", caller: meant.caller, person: meant.person, text: words }],
  };
}

/** Time went by: what is quiet is closed, and what belongs to somebody whose shift is over goes to the next. */
export function lookAfter(before: Relay, people: readonly RelayPerson[], now: number): Relayed {
  let relay = forgetQuiet(before, now);
  const says: Saying[] = [];
  for (const thread of relay.threads) {
    const person = keeps(thread.person, people);
    if (person === null || person.volunteerId === thread.person?.volunteerId) continue;
    const moved = { ...thread, person };
    relay = put(relay, moved);
    says.push(passTo(person, thread.caller, handOver(moved)));
  }
  return { relay, says };
}

function passTo(person: RelayPerson, { addressId: callerId, lineId }: RelayCaller, text: string): Saying {
  return { kind: "to-volunteer", person, lineId, text, callerId };
}

/** Nothing of a caller stays. */
export function forgetCaller(relay: Relay, callerId: string): Relay {
  const threads = relay.threads.filter(({ caller }) => caller.addressId !== callerId);
  const told = Object.entries(relay.told).filter(([id]) => id !== callerId);
  return { ...relay, threads, told: Object.fromEntries(told) };
}

/** Who has a caller goes on while on shift; else the first who is. */
function keeps(person: RelayPerson | null, people: readonly RelayPerson[]): RelayPerson | null {
  return people.find(({ volunteerId }) => volunteerId === person?.volunteerId) ?? people[0] ?? null;
}

function tellNobody(relay: Relay, caller: RelayCaller, now: number): Relayed {
  if (relay.told[caller.addressId] !== undefined) return { relay, says: [] };
  const told = { ...relay.told, [caller.addressId]: now };
  return { relay: { ...relay, told }, says: [{ kind: "nobody", caller }] };
}

function askWhich(relay: Relay, theirs: readonly Thread[], volunteerId: string, text: string): Relayed {
  const kept = [...(relay.unclear[volunteerId] ?? []), text].slice(-UNCLEAR_MAX);
  const [first] = theirs;
  const asked = { ...relay, unclear: { ...relay.unclear, [volunteerId]: kept } };
  if (first === undefined || first.person === null) return { relay: asked, says: [] };
  const tags = theirs.map((thread) => nameOf(thread)).join(", ");
  const question = fillIn(relayWords(first.person.language).which, { tags });
  const { person, caller } = first;
  return { relay: asked, says: [{ kind: "to-volunteer", person, lineId: caller.lineId, text: question }] };
}

function close(relay: Relay, { tag, person, caller }: Thread): Relayed {
  const threads = relay.threads.filter((thread) => thread.tag !== tag);
  const addressed = Object.entries(relay.addressed).filter(([, to]) => to !== tag);
  const after = { ...relay, threads, addressed: Object.fromEntries(addressed) };
  if (person === null) return { relay: after, says: [] };
  const text = fillIn(relayWords(person.language).closed, { tag });
  return { relay: after, says: [{ kind: "to-volunteer", person, lineId: caller.lineId, text }] };
}

function forgetQuiet(relay: Relay, now: number): Relay {
  const since = now - QUIET_MS;
  const told = Object.entries(relay.told).filter(([, at]) => at > since);
  const threads = relay.threads.filter(({ heardAt }) => heardAt > since);
  const tags = new Set(threads.map(({ tag }) => tag));
  const addressed = Object.entries(relay.addressed).filter(([, tag]) => tags.has(tag));
  return { ...relay, threads, told: Object.fromEntries(told), addressed: Object.fromEntries(addressed) };
}

function put(relay: Relay, thread: Thread): Relay {
  const others = relay.threads.filter(({ tag }) => tag !== thread.tag);
  return { ...relay, threads: [...others, thread].sort((a, b) => (a.tag < b.tag ? -1 : 1)) };
}

function addLine(lines: readonly Line[], by: Line["by"], text: string): readonly Line[] {
  return [...lines, { by, text: text.slice(0, LINE_CHARACTERS_MAX) }].slice(-LINES_MAX);
}

function nameOf({ tag, caller }: Thread): string {
  return `[${tag}] ${mask(caller.phone)}`;
}

function handOver(thread: Thread): string {
  const { handedOver } = relayWords(thread.person?.language ?? "en");
  const lines = thread.lines.map(({ by, text }) => `${by === "caller" ? ">" : "<"} ${text}`);
  return [`${nameOf(thread)} (${handedOver})`, ...lines].join("\n");
}

/** `B words`, `B: words`, `[B] words`, or `B` alone, of a tag that is open. */
function readTag(
  text: string,
  theirs: readonly Thread[],
): { readonly tag: string | null; readonly rest: string } {
  const found = /^\s*\[?([A-Za-z])\]?(?:[\s:.,)-]+([\s\S]*))?$/.exec(text);
  const tag = found?.[1]?.toUpperCase() ?? "";
  return theirs.some((thread) => thread.tag === tag)
    ? { tag, rest: (found?.[2] ?? "").trim() }
    : { tag: null, rest: text.trim() };
}

function isClosing(words: string): boolean {
  return /^(end|close)\.?$/i.test(words);
}
