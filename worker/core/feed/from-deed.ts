// The topics that something staff did is news of, by the noun of its action: `flow.publish` is about flows.
import type { Topic } from "#core/feed/topic";

const TOPICS_OF: ReadonlyMap<string, readonly Topic[]> = new Map<string, readonly Topic[]>([
  ["alarm", ["alarms"]],
  ["asking", ["askings", "helplines"]],
  ["campaign", ["campaigns"]],
  ["contact", ["contacts", "segments", "conversations"]],
  ["conversation", ["conversations", "contacts", "notices"]],
  ["dead-letter", ["dead-letters"]],
  ["demo", ["demo"]],
  ["digest", ["digests", "emails"]],
  ["email", ["emails"]],
  ["email-suppression", ["emails"]],
  ["export", ["exports"]],
  ["flow", ["flows"]],
  ["funnel", ["funnels"]],
  ["helpline", ["helplines"]],
  ["import", ["imports"]],
  ["line", ["lines"]],
  ["message", ["messages", "conversations"]],
  ["notice", ["notices", "conversations"]],
  ["number", ["settings", "lines"]],
  ["override", ["helplines"]],
  ["segment", ["segments"]],
  ["settings", ["settings", "lines", "session"]],
  ["shift", ["helplines", "askings"]],
  ["session", ["staff"]],
  ["staff", ["staff"]],
  ["template", ["templates"]],
  ["token", ["tokens"]],
  ["trigger", ["lines", "flows"]],
  ["voicemail", ["voicemails"]],
  ["volunteer", ["helplines", "askings"]],
]);

/** `action` as the audit trail has it, `noun.verb`. What is not known by its noun is at least in the trail. */
export function topicsOfDeed(action: string): readonly Topic[] {
  const [noun = ""] = action.split(".");
  return ["audit", ...(TOPICS_OF.get(noun) ?? [])];
}
