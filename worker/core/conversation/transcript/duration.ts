// Amounts of time as they stand in a transcript: `24 hours`, `1 day 30 minutes`.

const UNITS = [
  ["week", 604_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

/** Milliseconds, or null where the words are no amount of time. */
export function parseDuration(words: string): number | null {
  const parts = words.trim().split(/\s+/);
  let ms = 0;
  for (let index = 0; index < parts.length; index += 2) {
    const amount = Number(parts[index]);
    const unit = UNITS.find(([name]) => parts[index + 1] === name || parts[index + 1] === `${name}s`);
    if (!(amount > 0) || unit === undefined) return null;
    ms += amount * unit[1];
  }
  return ms;
}

/** The largest single unit that divides it evenly (24 hours, not 1 day, up to 48 hours); seconds are the smallest. */
export function writeDuration(ms: number): string {
  const [name, unitMs] = UNITS.find(
    ([unit, size]) => ms % size === 0 && !(unit === "day" && ms <= 2 * size),
  ) ?? ["second", 1000];
  const amount = ms / unitMs;
  return `${amount} ${name}${amount === 1 ? "" : "s"}`;
}
