// Every text of a node, with what it is called on the editor's form.
import type { Ask, Node, Option, Text, Words } from "#core/conversation/flow";

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

/** Words the person may use beside the options' own: they must not be words the consent law keeps. */
export function wordsOf(node: Node): readonly Placed<Words>[] {
  if (node.kind !== "ask") return [];
  return [
    ...optional("skip words", node.skip?.words),
    ...optionsOf(node).flatMap(({ id, synonyms }) => optional(`synonyms of ${id}`, synonyms)),
  ];
}

/** What a yes/no question takes for yes and no, where YES itself is no trouble. */
export function yesNoWordsOf({ answer }: Ask): readonly Placed<Words>[] {
  if (answer.kind !== "yes-no") return [];
  return [...optional("words for yes", answer.yesWords), ...optional("words for no", answer.noWords)];
}

function optional<T>(what: string, value: T | undefined): readonly Placed<T>[] {
  return value === undefined ? [] : [{ what, value }];
}
