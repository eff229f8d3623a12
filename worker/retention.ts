// How long things are kept, in days each; organisers set it, the nightly purge keeps to it.
import * as z from "zod";

const Days = z.int().min(1).max(3_650);

export const Retention = z.object({
  /**
   * Texts, places and pictures of messages, and notices that are done; that they were sent, and what became of them, stays.
   * Questions about shifts go whole: the rota itself stays.
   * So do answers, in their words: they are what was asked for, and go when the person is erased.
   */
  messages: Days.default(730),
  /** Pictures and recordings, and the transcripts of what was left on the machine; that there was a call stays. */
  media: Days.default(365),
  /**
   * Words, attachments and recipients of e-mails. Short, since a digest holds words of people who may be erased meanwhile:
   * they are gone from it within the month in which backups forget them as well.
   */
  emails: Days.default(30),
  /** What no consumer could deal with. */
  deadLetters: Days.default(90),
});
export type Retention = z.infer<typeof Retention>;
