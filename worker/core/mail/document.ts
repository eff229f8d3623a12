// What an e-mail says, before anybody decides how it looks: every e-mail of the product is one of these.

/** `bad` is for what needs somebody; colour never says it alone. */
export type Tone = "good" | "bad" | "plain";

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly tone?: Tone }
  /** Words of somebody else, as they wrote or said them. */
  | { readonly kind: "quote"; readonly text: string; readonly by?: string }
  /** A few large figures beside each other. */
  | { readonly kind: "figures"; readonly figures: readonly Figure[] }
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: "table";
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Which columns are numbers, from 0: they stand to the right. */
      readonly numeric?: readonly number[];
    }
  /** Horizontal bars drawn with table cells, which every mail program shows. */
  | {
      readonly kind: "bars";
      readonly label: string;
      readonly bars: readonly { readonly label: string; readonly value: number; readonly note?: string }[];
    }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly tone?: Tone }
  | { readonly kind: "button"; readonly text: string; readonly url: string };

export interface Figure {
  readonly label: string;
  readonly value: string;
  /** Such as "12 more than the day before". */
  readonly note?: string;
  readonly tone?: Tone;
}

export interface MailDocument {
  /** Of the words: right-to-left ones turn the page. */
  readonly language: string;
  readonly subject: string;
  /** What a mail program shows beside the subject. */
  readonly preview: string;
  readonly blocks: readonly Block[];
  /** Why they get it, in a sentence. */
  readonly reason: string;
  /** One click ends this kind of e-mail (RFC 8058); none where it is part of a duty. */
  readonly unsubscribeUrl?: string;
}

/** A file of FILES that goes along; it is read when the e-mail is sent, never carried in a queue. */
export interface Attachment {
  readonly key: string;
  readonly name: string;
  readonly contentType: string;
}
