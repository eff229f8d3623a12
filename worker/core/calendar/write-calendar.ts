// A calendar as text (RFC 5545), for the calendar programs of phones and computers.
import { escapeText, writeLine } from "./content-line.ts";
import { wallText } from "./wall-text.ts";
import { comesTwice, findChanges, offsetIn } from "./zone-changes.ts";
import type { ZoneChanges } from "./zone-changes.ts";
import { zoneLines } from "./zone-lines.ts";

export interface Calendar {
  readonly name: string;
  /** In any order. */
  readonly events: readonly CalendarEvent[];
}

export interface CalendarEvent {
  /** The same from one time it is read to the next. */
  readonly uid: string;
  /** The zone whose clock it goes by. */
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  /** When it was last changed, epoch milliseconds. */
  readonly changedAt: number;
  readonly summary: string;
  readonly description: string;
  /** Still without anybody. */
  readonly isOpen: boolean;
}

/** SEQUENCE counts changes; seconds since this begin also grow with each, and stay within 31 bits until 2094. */
const SEQUENCE_BEGUN = Date.UTC(2026, 0, 1);
/** Programs look again after an hour; some of them after a day, whatever they are told. */
const REFRESH = "PT1H";

/** The same calendar is the same text. */
export function writeCalendar({ name, events }: Calendar): string {
  const zones = [...new Set(events.map(({ zone }) => zone))].sort().map((zone) => changesOf(zone, events));
  const written = zones.flatMap((changes) =>
    events.filter(({ zone }) => zone === changes.zone).map((event) => writeEvent(event, changes)),
  );
  return [
    writeLine("BEGIN", "VCALENDAR"),
    writeLine("VERSION", "2.0"),
    writeLine("PRODID", "-//Partyline//Rota//EN"),
    writeLine("CALSCALE", "GREGORIAN"),
    writeLine("X-WR-CALNAME", escapeText(name)),
    writeLine("REFRESH-INTERVAL", REFRESH, { VALUE: "DURATION" }),
    writeLine("X-PUBLISHED-TTL", REFRESH),
    ...zones.map(zoneLines),
    ...written,
    writeLine("END", "VCALENDAR"),
  ].join("");
}

function changesOf(zone: string, events: readonly CalendarEvent[]): ZoneChanges {
  const own = events.filter((event) => event.zone === zone);
  const from = own.reduce((first, { startsAt }) => Math.min(first, startsAt), Infinity);
  const to = own.reduce((last, { endsAt }) => Math.max(last, endsAt), -Infinity);
  return findChanges(zone, from, to);
}

function writeEvent(event: CalendarEvent, changes: ZoneChanges): string {
  const changed = `${wallText(event.changedAt)}Z`;
  return [
    writeLine("BEGIN", "VEVENT"),
    writeLine("UID", event.uid),
    // Without a METHOD this is when it was changed (RFC 5545, 3.8.7.2), so that nothing differs by the time it is read at.
    writeLine("DTSTAMP", changed),
    writeLine("LAST-MODIFIED", changed),
    writeLine("SEQUENCE", String(Math.max(0, Math.floor((event.changedAt - SEQUENCE_BEGUN) / 1000)))),
    writeTime("DTSTART", event.startsAt, changes),
    writeTime("DTEND", event.endsAt, changes),
    writeLine("SUMMARY", escapeText(event.summary)),
    writeLine("DESCRIPTION", escapeText(event.description)),
    writeLine("STATUS", event.isOpen ? "TENTATIVE" : "CONFIRMED"),
    writeLine("END", "VEVENT"),
  ].join("");
}

/**
 * By the clock of its zone. A time that comes twice is written in UTC: it would mean the first (RFC 5545, 3.3.5), but not
 * every program has read that far.
 */
function writeTime(name: string, at: number, changes: ZoneChanges): string {
  if (comesTwice(changes, at)) return writeLine(name, `${wallText(at)}Z`);
  return writeLine(name, wallText(at + offsetIn(changes, at)), { TZID: changes.zone });
}
