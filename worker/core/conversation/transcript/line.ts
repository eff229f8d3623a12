// A conversation as lines that a person can read, write and keep as a test.
import type { Attachment, Channel, Disposition, FieldValue, Location } from "#core/conversation/run";

/** What can happen to a run besides words and time. */
export const EVENTS = ["opted-out", "take-over", "release", "failed"] as const;
export type TranscriptEvent = (typeof EVENTS)[number];

export type TranscriptLine =
  /** `> text` */
  | {
      readonly kind: "hear";
      readonly text: string;
      readonly attachments?: readonly Attachment[];
      readonly location?: Location;
      /** The id of the tapped quick reply. */
      readonly option?: string;
    }
  /** `< text`, with `[Yes] [No]` below it for quick replies. */
  | {
      readonly kind: "say";
      readonly text: string;
      readonly options: readonly string[];
      readonly media: readonly string[];
    }
  /** `~ 24 hours` */
  | { readonly kind: "pass"; readonly ms: number }
  /** `! opted-out` */
  | { readonly kind: "event"; readonly event: TranscriptEvent }
  /** `* tag friendly` */
  | { readonly kind: "effect"; readonly text: string }
  /** `? unmatched` */
  | { readonly kind: "unmatched" }
  /** `= completed` */
  | { readonly kind: "end"; readonly disposition: Disposition }
  /** `# why` */
  | { readonly kind: "comment"; readonly text: string };

export interface TranscriptHeader {
  /** The flow's slug. */
  readonly flow: string;
  /** Epoch milliseconds at which it begins. */
  readonly now: number;
  readonly channel?: Channel;
  readonly language?: string;
  readonly zone?: string;
  /** Feeds random splits; 0 where absent. */
  readonly draw?: number;
  readonly fields?: Readonly<Record<string, FieldValue>>;
  readonly tags?: readonly string[];
}

export interface Transcript {
  readonly header: TranscriptHeader;
  readonly lines: readonly TranscriptLine[];
}

/** Lines that do something to the run; the others are what it did. */
export function isStimulus(line: TranscriptLine): boolean {
  return line.kind === "hear" || line.kind === "pass" || line.kind === "event";
}
