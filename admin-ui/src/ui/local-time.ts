// Instants as a browser's date field writes them, on the clock of whoever looks.

const MINUTE_MS = 60_000;

/** "2026-11-24T09:10" of an instant in ISO 8601. */
export function toLocal(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

/** The instant in UTC; undefined for what is no time yet. */
export function fromLocal(local: string): string | undefined {
  const at = new Date(local);
  return local === "" || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
