// Every text of a node, with what it is called on the editor's form.
import type { Node, Option, Text, Words } from "#core/conversation/flow";

export interface Placed<T> {
  readonly what: string;
  readonly value: T;
}

/** What is sent: Liquid, in every language. */
export function messagesOf(node: Node): readonly Placed<Text>[] {
  switch (node.kind) {
    case "say":
      return [{ what: "text", value: node.text }];
    case "ask":
      return [
        { what: "text", value: node.text },
        ...optional("not understood", node.notUnderstood),
        ...(node.reminders ?? []).flatMap(({ text }, index) => optional(`reminder ${index + 1}`, text)),
      ];
    case "consent":
      return [{ what: "text", value: node.text }, ...optional("not understood", node.notUnderstood)];
    case "hand-off":
    case "end":
      return optional("text", node.text);
    case "branch":
    case "split":
    case "set":
    case "wait":
    case "enrol":
      return [];
    default:
      return node satisfies never;
  }
}

/** Liquid that is not sent: values and notes to the staff. */
export function valuesOf(node: Node): readonly Placed<string>[] {
  if (node.kind !== "set") return [];
  return node.changes.flatMap((change) => {
    if (change.kind === "field") return [{ what: `value of ${change.name}`, value: change.value }];
    return change.kind === "notify" ? [{ what: "notification", value: change.text }] : [];
  });
}

export function optionsOf(node: Node): readonly Omit<Option, "next">[] {
  if (node.kind !== "ask") return [];
  const { answer } = node;
  return answer.kind === "choice" || answer.kind === "multi-choice" ? answer.options : [];
}

/** The words a person may use besides the labels. */
export function wordsOf(node: Node): readonly Placed<Words>[] {
  if (node.kind !== "ask") return [];
  const { answer, skip } = node;
  return [
    ...optional("skip words", skip?.words),
    ...optionsOf(node).flatMap(({ id, synonyms }) => optional(`synonyms of ${id}`, synonyms)),
    ...(answer.kind === "yes-no" ? optional("words for yes", answer.yesWords) : []),
    ...(answer.kind === "yes-no" ? optional("words for no", answer.noWords) : []),
  ];
}

function optional<T>(what: string, value: T | undefined): readonly Placed<T>[] {
  return value === undefined ? [] : [{ what, value }];
}
