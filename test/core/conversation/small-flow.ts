// Small flows, written short.
import { Flow } from "#core/conversation/flow";

export const say = (id: string, text: string, more: object = {}) => ({
  id,
  kind: "say",
  text: { en: text },
  ...more,
});
export const ask = (id: string, answer: object, more: object = {}) => ({
  id,
  kind: "ask",
  text: { en: `${id}?` },
  answer,
  ...more,
});
export const branch = (when: object, next = "end") => ({
  id: "fork",
  kind: "branch",
  cases: [{ when, next }],
});
export const option = (id: string, label: string, more: object = {}) => ({
  id,
  label: { en: label },
  ...more,
});
export const choice = (...options: object[]) => ({ kind: "choice", options });
export const TEXT = { kind: "text" };
export const RED_OR_BLUE = choice(option("red", "Red"), option("blue", "Blue"));

export function flowOf(nodes: readonly object[], more: object = {}): Flow {
  return Flow.parse({ schema: 1, languages: ["en"], nodes, ...more });
}
