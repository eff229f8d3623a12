// How long something took, in few words.

/** "20 s", "6 min", "1 min 59 s", "1 h 5 min"; whole seconds. */
export function sayDuration(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3_600),
    Math.floor((seconds % 3_600) / 60),
    seconds % 60,
  ];
  // Of more than an hour nobody counts the seconds.
  const parts = hours > 0 ? [`${hours} h`, some(minutes, "min")] : [some(minutes, "min"), some(rest, "s")];
  return parts.filter((part) => part !== "").join(" ") || "0 s";
}

function some(count: number, unit: string): string {
  return count === 0 ? "" : `${count} ${unit}`;
}
