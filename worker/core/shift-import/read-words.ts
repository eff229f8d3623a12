// Weekdays, times and dates as people write them in a table.
import { readDate as readIsoDate } from "../date-text.ts";
import { normalise } from "../text/normalise.ts";

/** Monday to Sunday in English, German, Spanish and French, and what is shorter than three letters. */
const WEEKDAYS = [
  "mo monday montag lunes lundi",
  "tu di tuesday dienstag martes mardi",
  "we mi wednesday mittwoch miercoles mercredi",
  "th do thursday donnerstag jueves jeudi",
  "fr friday freitag viernes vendredi",
  "sa saturday samstag sonnabend sabado samedi",
  "su so sunday sonntag domingo dimanche",
].map((words) => words.split(" "));

/** 1 Monday to 7 Sunday; null for what is none, or several. */
export function readWeekday(cell: string): number | null {
  const word = normalise(cell).replace(/[.]$/, "");
  if (/^[1-7]$/.test(word)) return Number(word);
  const exact = WEEKDAYS.findIndex((words) => words.includes(word));
  if (exact >= 0) return exact + 1;
  const fitting = WEEKDAYS.flatMap((words, index) =>
    word.length >= 3 && words.some((one) => one.startsWith(word)) ? [index + 1] : [],
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** `9`, `9:30`, `9.30`, `9h30`, `9 pm`, `24:00` as 09:00, ...; null for what is no time. */
export function readTime(cell: string): string | null {
  const {
    hour = "",
    minute = "00",
    half,
  } = /^(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})?)?(?::00)? ?(?:(?<half>[ap])\.?m\.?|uhr|h)?$/.exec(
    normalise(cell),
  )?.groups ?? {};
  if (hour === "" || Number(minute) > 59) return null;
  if (half !== undefined) {
    if (Number(hour) < 1 || Number(hour) > 12) return null;
    return written((Number(hour) % 12) + (half === "p" ? 12 : 0), minute);
  }
  if (Number(hour) > 24 || (Number(hour) === 24 && minute !== "00")) return null;
  return written(Number(hour) % 24, minute);
}

/** `2026-11-21` or `21.11.2026`; null for what is no date, or might be two. */
export function readDate(cell: string): string | null {
  const { day, month, year } =
    /^(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})$/.exec(cell.trim())?.groups ?? {};
  const iso =
    year === undefined ? cell.trim() : `${year}-${month?.padStart(2, "0")}-${day?.padStart(2, "0")}`;
  return readIsoDate(iso)?.day ?? null;
}

function written(hour: number, minute: string): string {
  return `${String(hour).padStart(2, "0")}:${minute}`;
}
