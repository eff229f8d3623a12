// Something that happened between messages: a conversation began, somebody called, decided, took over.
import type { TimelineEntry } from "../../data/timeline.ts";
import { AnchorLink } from "../links.tsx";
import { When } from "../when.tsx";
import { describeNote } from "./note-words.ts";

export interface NoteProps {
  readonly note: Exclude<TimelineEntry, { kind: "message" }>;
  readonly nameOf: (actorId: string) => string;
}

export function Note({ note, nameOf }: NoteProps) {
  return (
    <p className="thread-note" data-weighs={note.kind === "consent" || note.kind === "notice"}>
      <span dir="auto">{describeNote(note, nameOf)}</span>
      {note.kind === "run" && (
        <>
          {" · "}
          <AnchorLink to="/responses/$runId" params={{ runId: note.id }} size="xs">
            Answers
          </AnchorLink>
        </>
      )}
      {note.kind === "call" && (
        <>
          {" · "}
          <AnchorLink to="/calls/$callId" params={{ callId: note.id }} size="xs">
            {note.voicemail === null ? "The call" : `Voicemail, ${Math.round(note.voicemail.seconds ?? 0)} s`}
          </AnchorLink>
        </>
      )}
      {" · "}
      <When at={note.at} show="time" />
    </p>
  );
}
