// What texts mean, in SQL, exactly as #core/fold, #core/compare and #core/date-text say it.
import { DIGITS_MAX } from "#core/compare";
import type { Binding } from "./binding.ts";

export function trimSql(text: string, { space }: Binding): string {
  return `trim(${text}, ${space})`;
}

/** A trimmed text in its folded spelling. ASCII, which most are, is SQLite's own; else letter by letter. */
export function foldSql(trimmed: string, { letters }: Binding): string {
  const { upper, lower } = letters();
  const letter = `substr(${trimmed}, i + 1, 1)`;
  return `(CASE WHEN ${trimmed} NOT GLOB ('*[^' || char(1) || '-' || char(127) || ']*') THEN lower(${trimmed}) ELSE (
    WITH RECURSIVE w (i, s) AS (
      SELECT 0, '' UNION ALL
      SELECT i + 1, s || coalesce(substr(${lower}, nullif(instr(${upper}, ${letter}), 0), 1), lower(${letter}))
        FROM w WHERE i < length(${trimmed}))
    SELECT s FROM w WHERE i = length(${trimmed})) END)`;
}

/** Whether a trimmed text is a number written out. */
export function isNumericSql(trimmed: string): string {
  const digits = `ltrim(${trimmed}, '-')`;
  return `(${trimmed} NOT GLOB '--*' AND ${digits} GLOB '[0-9]*' AND ${digits} NOT GLOB '*[^0-9.]*'
    AND ${digits} NOT GLOB '*.*.*' AND ${digits} NOT GLOB '*.' AND ${digits} NOT GLOB '0[0-9]*'
    AND length(replace(${digits}, '.', '')) <= ${DIGITS_MAX})`;
}

/**
 * Steps that find the date in the column `dt` of `from`, a trimmed text: the last, `dated`, has all columns of it with `day`, and
 * `at` in epoch milliseconds, which is null for a bare day. A text that is no date has no day.
 */
export function datedSteps(from: string): readonly string[] {
  const instant = "unixepoch(substr(dt, 1, 10) || 'T' || substr(rest, 2, 5) || substr(second, 1, 3) || zone)";
  const isDay = `dt GLOB '[1-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]*' AND date(substr(dt, 1, 10)) = substr(dt, 1, 10)`;
  const isTime = `substr(rest, 1, 1) IN ('T', ' ') AND substr(rest, 2, 5) GLOB '[0-2][0-9]:[0-5][0-9]'
    AND substr(rest, 2, 2) < '24' AND length(rest) = 6 + length(second) + length(zone)
    AND (second = '' OR second GLOB ':[0-5][0-9]' OR (second GLOB ':[0-5][0-9].[0-9]*'
      AND substr(second, 5) NOT GLOB '*[^0-9]*' AND length(second) <= 13))`;
  return [
    step("parted", `SELECT *, substr(dt, 11) AS rest FROM ${from}`),
    step(
      "zoned",
      `SELECT *, CASE WHEN rest GLOB '*Z' THEN 'Z'
         WHEN substr(rest, -6) GLOB '[+-][0-1][0-9]:[0-5][0-9]' THEN substr(rest, -6) ELSE '' END AS zone FROM parted`,
    ),
    step("timed", "SELECT *, substr(rest, 7, max(0, length(rest) - 6 - length(zone))) AS second FROM zoned"),
    step("placed", `SELECT *, CASE WHEN ${isDay} AND ${isTime} THEN ${instant} END AS instant FROM timed`),
    step(
      "dated",
      `SELECT *, CASE WHEN instant IS NOT NULL OR (rest = '' AND ${isDay}) THEN substr(dt, 1, 10) END AS day,
         instant * 1000 + CAST(substr(substr(second, 5) || '00', 1, 3) AS INTEGER) AS at FROM placed`,
    ),
  ];
}

/** Worked out once: SQLite would else put each step's expressions into the next, over and over. */
export function step(name: string, select: string): string {
  return `${name} AS MATERIALIZED (${select})`;
}
