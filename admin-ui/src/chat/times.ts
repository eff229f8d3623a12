// When something was said, as the visitor's own clock and language write it.

export function showTime(at: Date): string {
  return at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
}

export function showDay(at: Date): string {
  return at.toLocaleDateString([], { weekday: "long", day: "numeric", month: "long" });
}
