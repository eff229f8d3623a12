// What a new campaign begins with: the first way of saying something that there is something to choose for.
import type { Content } from "./draft.ts";

interface Choices {
  /** null: nobody knows, such as without a connection. */
  readonly templates: readonly unknown[] | null;
  readonly flows: readonly { readonly published: unknown }[] | null;
}

/** Words can always be written; a flow that is not published cannot be sent. */
export function beginWith({ templates, flows }: Choices): Content["kind"] {
  if (templates === null || templates.length > 0) return "template";
  return flows?.some(({ published }) => published !== null) === true ? "flow" : "text";
}
