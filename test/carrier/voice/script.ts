// What was heard, as lines that a test compares and a person reads.
import type { Sound } from "./leg.ts";

/** `en-US: Hello` for what a machine says, `+15005550123: Hi` for a person, and a word or two for everything else. */
export function describeSound(sound: Sound): string {
  switch (sound.kind) {
    case "said":
      return `${sound.language}: ${sound.text}`;
    case "played":
      return `plays ${sound.url}`;
    case "beep":
      return "beep";
    case "ringing":
      return "ringing";
    case "silence":
      return `silence, ${sound.seconds} s`;
    case "connected":
      return `connected with ${sound.with}`;
    case "parted":
      return `parted from ${sound.from}`;
    case "voice":
      return `${sound.from}: ${sound.text}`;
    case "tone":
      return sound.tone === "busy" ? "busy signal" : "not in service";
    default:
      return sound satisfies never;
  }
}
