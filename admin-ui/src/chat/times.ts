// When something was said, as the visitor's own clock and language write it.

const TIME = { hour: "2-digit", minute: "2-digit" } as const;
const DAY_AND_TIME = { weekday: "short", day: "numeric", month: "short", ...TIME } as const;

/** The time; with its day unless that is today. */
export function showTime(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return new Date(at).toLocaleString([], isToday ? TIME : DAY_AND_TIME);
}
