// Shifts out of a file: a table of weekly ones, or a calendar. Nothing is written until it is asked for.
import { detectDialect } from "#core/csv/detect-dialect";
import { detectEncoding } from "#core/csv/detect-encoding";
import type { DetectedEncoding } from "#core/csv/detect-encoding";
import { Scanner } from "#core/csv/scan";
import type { Draft } from "#core/shift-import/draft";
import { readCalendar } from "#core/shift-import/read-calendar";
import type { Target } from "#core/shift-import/read-calendar";
import { readTable } from "#core/shift-import/read-table";
import { settle } from "#core/shift-import/settle";
import type { Settled } from "#core/shift-import/settle";
import type { Actor } from "../actor.ts";
import { holdHelpline } from "../db/helplines.ts";
import { readMembers } from "../db/members.ts";
import { putOverrides, putShifts, readRota } from "../db/rota.ts";
import { Problem } from "../errors.ts";
import { decoderOf } from "../files/read-rows.ts";
import type { Services } from "../services.ts";
import { SHIFTS_MAX } from "./check-shifts.ts";
import { OVERRIDES_PER_DATE_MAX } from "./create-override.ts";
import { mustFindHelplineInUse } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";

/** Of a file: as many as a group has shifts. */
const ROWS_MAX = SHIFTS_MAX;
/** Enough of a table to tell how it is written. */
const HEAD_BYTES = 64 * 1024;

/**
 * What a file comes to, written if `isApplied`. Throws `not_found`, `invalid` for what is neither a table nor a calendar, or
 * `conflict` for an archived group or one with too many.
 */
export async function importShifts(
  services: Services,
  actor: Actor,
  helplineId: string,
  bytes: Uint8Array,
  isApplied: boolean,
): Promise<Settled> {
  const { db, d1, clock } = services;
  const helpline = await mustFindHelplineInUse(services, helplineId);
  const members = await readMembers(d1, helplineId);
  const drafts = readFile({ helplineId, zone: helpline.config.zone, members }, bytes);
  const dates = drafts
    .flatMap(({ outcome }) => (outcome.kind === "read" ? outcome.overrides : []))
    .map(({ date }) => date)
    .sort();
  const [first = "", last = first] = [dates[0], dates.at(-1)];
  const rota = await readRota(db, helpline, { first, last });
  const settled = settle(drafts, rota);
  refuseTooMany(rota, settled);
  if (!isApplied || settled.shifts.length + settled.overrides.length === 0) return settled;

  const now = clock.now();
  const deed = {
    action: "helpline.import-shifts",
    subject: { kind: "helpline", id: helplineId },
    detail: { shifts: settled.shifts.length, overrides: settled.overrides.length },
  };
  await writeAs(services, actor, deed, holdHelpline(db, helplineId), {
    rest: [
      putShifts(db, helplineId, settled.shifts, now),
      putOverrides(
        db,
        helplineId,
        settled.overrides.map((change) => ({ ...change, at: now })),
        actor.id,
      ),
    ],
  });
  return settled;
}

function readFile(target: Target, bytes: Uint8Array): readonly Draft[] {
  const isUtf8 = isWellFormed(bytes);
  const detected = detectEncoding(bytes.subarray(0, HEAD_BYTES), isUtf8);
  if (detected === null) throw new Problem("invalid", "This is no text in any encoding we know.");
  const decode = decoderOf(detected.encoding);
  const text = decode(bytes.subarray(detected.startByte));
  const drafts = /^\s*BEGIN:VCALENDAR/i.test(text)
    ? readCalendar(target, text)
    : readTable(target.helplineId, target.members, rowsOf(bytes, detected, decode));
  if (drafts === null)
    throw new Problem(
      "invalid",
      "This is neither a calendar (.ics) nor a table (CSV) whose headings name weekday, from and to.",
    );
  if (drafts.length > ROWS_MAX) throw new Problem("invalid", `A file has at most ${ROWS_MAX} shifts.`);
  return drafts;
}

function rowsOf(bytes: Uint8Array, detected: DetectedEncoding, decode: (bytes: Uint8Array) => string) {
  const dialect = detectDialect(bytes.subarray(0, HEAD_BYTES), detected, decode);
  const scanner = new Scanner(dialect, decode, dialect.startByte);
  const rows = [...scanner.push(bytes.subarray(dialect.startByte)), ...scanner.finish()];
  return rows.map(({ cells, fault }, index) => ({ number: index + 1, cells, isBroken: fault !== undefined }));
}

function refuseTooMany(
  there: {
    readonly shifts: readonly { readonly id: string }[];
    readonly overrides: readonly { readonly date: string }[];
  },
  { shifts, overrides }: Settled,
): void {
  if (new Set([...there.shifts, ...shifts].map(({ id }) => id)).size > SHIFTS_MAX)
    throw new Problem("conflict", `A helpline has at most ${SHIFTS_MAX} shifts.`);
  const counts = new Map<string, number>();
  for (const { date } of [...there.overrides, ...overrides]) counts.set(date, (counts.get(date) ?? 0) + 1);
  if (Math.max(0, ...counts.values()) > OVERRIDES_PER_DATE_MAX)
    throw new Problem("conflict", `A date has at most ${OVERRIDES_PER_DATE_MAX} overrides.`);
}

function isWellFormed(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
