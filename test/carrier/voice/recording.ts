// What a `<Record>` left behind.

export type Recording = {
  readonly sid: string;
  readonly callSid: string;
  readonly seconds: number;
  /** What was said into it, which is what a transcript would say. */
  readonly text: string;
  readonly startedAt: number;
  /** Its sound can be fetched only once it is completed. */
  status: "processing" | "completed";
};
