// The moves a turn is made of: begin a run, stop them all.
import type { Draft } from "#core/contact/draft";
import type { PinnedFlow } from "#core/contact/memory";

/** Starts a flow on the draft's line and takes its first step. Returns the flows it enrols into. */
export function begin(draft: Draft, flow: PinnedFlow, source: string, words?: string): readonly string[] {
  const conversation = draft.open(flow, source);
  const advanced = draft.try(
    conversation,
    { kind: "start", ...(words !== undefined && { words }) },
    "return",
  );
  return draft.take(conversation, advanced);
}

/** A person said stop: every conversation ends, on every line, and nothing more is said. */
export function stopEverything(draft: Draft): void {
  for (const conversation of Object.values(draft.memory.conversations)) {
    if (conversation.state === null) {
      draft.drop(conversation);
      continue;
    }
    const advanced = draft.try(conversation, { kind: "opted-out" }, "return");
    draft.take(conversation, {
      ...advanced,
      effects: advanced.effects.filter(({ kind }) => kind === "finish"),
    });
  }
}
