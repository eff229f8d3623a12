// Which pages show what: the topics that a record is news of, once it is in D1.
import type { Topic } from "#core/feed/topic";
import type { JournalRecord, TurnRecord } from "#core/record";

/** A turn says in its parts what it touched. */
type Plain = Exclude<JournalRecord["kind"], "turn">;

const TOPICS_OF: Readonly<Record<Plain, readonly Topic[]>> = {
  outcome: ["messages", "conversations", "campaigns"],
  receipt: ["messages", "conversations", "campaigns", "askings"],
  erase: ["contacts", "messages", "conversations", "responses", "notices", "calls", "voicemails", "segments"],
  stray: ["messages", "notices"],
  campaign: ["campaigns"],
  alarm: ["alarms"],
  timer: [],
  // Whoever calls is somebody, with a call in what happened with them.
  call: ["calls", "conversations", "contacts"],
  voicemail: ["voicemails", "calls"],
  quarantine: ["helplines", "alarms"],
};

export function topicsOfRecord(record: JournalRecord): readonly Topic[] {
  return record.kind === "turn" ? topicsOfTurn(record) : TOPICS_OF[record.kind];
}

function topicsOfTurn({ messages, runs, changes, consents, notices }: TurnRecord): readonly Topic[] {
  return [
    ...some("messages", messages),
    ...some("conversations", messages, runs, notices),
    ...some("responses", runs),
    // A person's first words make them a contact.
    ...some("contacts", messages, changes, consents),
    ...some("notices", notices),
    ...some("funnels", runs, changes),
    // A reply to a campaign, and an opt-out after it, are among its figures.
    ...some("campaigns", messages, consents),
    ...some("askings", messages, runs),
  ];
}

function some(topic: Topic, ...parts: readonly (readonly unknown[])[]): readonly Topic[] {
  return parts.some(({ length }) => length > 0) ? [topic] : [];
}
