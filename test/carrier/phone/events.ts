// The page's live updates: what each open page is told, and when.
import type { Exchange } from "../exchange.ts";
import { findHandset } from "../handset-state.ts";
import type { LogEntry } from "../log.ts";
import type { Office } from "../mail/office.ts";
import { showMailWorld } from "../mail/page/show.ts";
import { showCall } from "./calls.ts";
import { describeEntry } from "./notes.ts";
import { showLines, showPeople, showThread } from "./thread.ts";
import type { PhoneEvent, Switches } from "./wire.ts";

export type Desk = {
  exchange: Exchange;
  office: Office;
  switches: Switches;
  chatFlows: readonly string[];
  /** Every open page. */
  pages: Set<Page>;
  /** Counts the changes to mailboxes: a page is told of them only where there is news. */
  mailVersion: number;
  /** Log entries ever seen; numbers the notes. */
  seen: number;
};

export type Page = {
  number: string;
  send: (event: PhoneEvent) => void;
  pending: boolean;
  /** The `mailVersion` it was told last; -1 before that. */
  mailVersion: number;
};

/** Several entries in one turn make one update. */
const BATCH_MS = 40;
/** How far back a page that opens looks for notes. */
const REPLAY_ENTRIES_MAX = 500;

export function watchLog(desk: Desk): void {
  desk.exchange.log.listen((entry) => {
    desk.seen += 1;
    for (const page of desk.pages) {
      sendNote(desk, page, entry, desk.seen);
      schedule(desk, page);
    }
  });
  desk.office.log.listen(() => {
    desk.mailVersion += 1;
    for (const page of desk.pages) schedule(desk, page);
  });
}

/** Tells the page everything as it is now. */
export function sendAll(desk: Desk, page: Page): void {
  const { exchange, switches, chatFlows } = desk;
  page.send({
    kind: "world",
    world: {
      lines: showLines(exchange),
      people: showPeople(exchange),
      switches,
      productUrl: exchange.productUrl,
      chatFlows: [...chatFlows],
    },
  });
  if (page.mailVersion !== desk.mailVersion) {
    page.mailVersion = desk.mailVersion;
    page.send({ kind: "mail", mail: showMailWorld(desk.office) });
  }
  if (page.number === "") return;
  const state = findHandset(exchange.handsets, page.number);
  page.send({ kind: "thread", thread: showThread(state) });
  page.send({ kind: "call", call: showCall(exchange, state) });
}

export function sendAllToEveryone(desk: Desk): void {
  for (const page of desk.pages) sendAll(desk, page);
}

/** Tells a page that opens what went over the wire before. */
export function replayNotes(desk: Desk, page: Page): void {
  const recent = desk.exchange.log.entries.slice(-REPLAY_ENTRIES_MAX);
  for (const [index, entry] of recent.entries())
    sendNote(desk, page, entry, desk.seen - recent.length + index + 1);
}

function sendNote(desk: Desk, page: Page, entry: LogEntry, id: number): void {
  const handset = handsetOf(desk.exchange, entry);
  if (handset !== undefined && handset !== page.number) return;
  const noted = describeEntry(entry);
  if (noted !== undefined) page.send({ kind: "wire", note: { id, at: entry.at, ...noted } });
}

function schedule(desk: Desk, page: Page): void {
  if (page.pending) return;
  page.pending = true;
  setTimeout(() => {
    page.pending = false;
    sendAll(desk, page);
  }, BATCH_MS);
}

/** Whose phone an entry is about; undefined when it is about nobody's in particular. */
function handsetOf(exchange: Exchange, entry: LogEntry): string | undefined {
  if (entry.kind === "arrived") return entry.handset;
  if (entry.kind === "refused") return entry.to?.replace("whatsapp:", "");
  if (entry.kind === "request") return undefined;
  const { sid } = entry;
  if (sid === undefined) return undefined;
  return exchange.messages.get(sid)?.handset ?? exchange.voice.legs.get(sid)?.handset.number;
}
