// The topics that a batch of a queue is news of, once it was worked on: how imports, campaigns and e-mails come along.
import { topicsOfRecord } from "#core/feed/from-record";
import { join } from "#core/feed/news";
import type { Topic } from "#core/feed/topic";
import type { JournalRecord } from "#core/record";
import type { WorkJob } from "#core/work";

const TOPICS_OF_WORK: Readonly<Record<WorkJob["kind"], readonly Topic[]>> = {
  import: ["imports", "contacts", "segments"],
  "undo-import": ["imports", "contacts", "segments"],
  freeze: ["campaigns"],
  export: ["exports"],
  "funnel-slot": ["funnels"],
  "tell-line": [],
  "ask-volunteer": ["askings", "emails"],
  voicemail: ["voicemails", "emails"],
};

/** What the messages of a queue carry, by the queue. */
export type Worked =
  | { readonly kind: "records"; readonly bodies: readonly JournalRecord[] }
  | { readonly kind: "work"; readonly bodies: readonly WorkJob[] }
  | { readonly kind: "pump" }
  | { readonly kind: "email" }
  | { readonly kind: "dead" };

export function topicsOfJobs(worked: Worked): readonly Topic[] {
  switch (worked.kind) {
    case "records":
      return gather(worked.bodies.map(topicsOfAny));
    case "work":
      return gather(worked.bodies.map(({ kind }) => TOPICS_OF_WORK[kind] ?? []));
    case "pump":
      return ["campaigns", "messages"];
    case "email":
      return ["emails", "voicemails", "askings"];
    case "dead":
      return ["dead-letters"];
    default:
      return worked satisfies never;
  }
}

/** One that makes no sense is buried by its queue, and that is the news of it. */
function topicsOfAny(record: JournalRecord): readonly Topic[] {
  try {
    return topicsOfRecord(record) ?? POISON;
  } catch {
    return POISON;
  }
}

const POISON: readonly Topic[] = ["dead-letters"];

function gather(each: readonly (readonly Topic[])[]): readonly Topic[] {
  return each.reduce(join, []);
}
