// What has become of a message, in a sentence.
import type { Voicemail } from "./questions.ts";

const DAY_MS = 86_400_000;

type Told = Pick<Voicemail, "state" | "recipients" | "failure" | "trouble">;

/** Without the full stop's time: where something failed and is tried again, that is said behind it. */
export function tellState({ state, recipients, failure, trouble }: Told): string {
  const again = trouble === null ? "" : ` The last try failed (${trouble}); it is tried again.`;
  switch (state) {
    case "waiting-for-sound":
      return `The recording is on its way.${again}`;
    case "waiting-for-transcript":
      return "It is being written down; then it is e-mailed.";
    case "being-emailed":
      return `It is being e-mailed.${again}`;
    case "emailed":
      return recipients === 1 ? "E-mailed to one person." : `E-mailed to ${recipients ?? 0} people.`;
    case "unaddressed":
      return "E-mailed to nobody: the group names no address for messages.";
    case "failed":
      return `There is no recording to be had: ${failure ?? "nobody knows why"}.`;
    case "deleted":
      return "Deleted.";
    default:
      return state satisfies never;
  }
}

/** When its sound and its words go by themselves. ISO 8601. */
export function keptUntil(recordedAt: string, days: number): string {
  return new Date(Date.parse(recordedAt) + days * DAY_MS).toISOString();
}
