// What goes over the chat's socket; the object's side of it is durable-objects/contact/chat.ts.

export interface Reply {
  readonly id: string;
  readonly label: string;
}

export interface Message {
  readonly kind: "message";
  /** Ours, or the page's own for what was typed there. */
  readonly id: string;
  readonly from: "us" | "you";
  readonly text: string;
  readonly options: readonly Reply[];
  /** Epoch milliseconds. */
  readonly at: number;
}

export type Frame = Message | { readonly kind: "problem"; readonly text: string };

/** Something the visitor said: typed, or tapped where there is an `option`. */
export interface Saying {
  readonly id: string;
  readonly text: string;
  readonly option?: string;
}
