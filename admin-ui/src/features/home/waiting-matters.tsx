// People who wait for an answer, and hours in which nobody would pick up.
import { IconCalendarX, IconMessage2 } from "@tabler/icons-react";
import { keyOf } from "../../data/conversation-key.ts";
import { callPerson } from "../../data/person.ts";
import { span } from "../../data/span.ts";
import { whyWaiting } from "../../data/waiting.ts";
import type { WaitingConversation } from "../../data/waiting.ts";
import { useMay } from "../../data/use-session.ts";
import { ButtonLink } from "../../ui/links.tsx";
import { When } from "../../ui/when.tsx";
import type { OpenGap } from "./gaps.ts";
import { Matter } from "./matter.tsx";

/** The inbox shows all of them. */
const SHOWN_MAX = 4;

export interface WaitingMattersProps {
  readonly waiting: readonly WaitingConversation[];
  readonly hasMore: boolean;
  readonly now: number;
}

export function WaitingMatters({ waiting, hasMore, now }: WaitingMattersProps) {
  const mayAct = useMay("editor");
  // What may have been meant as STOP has a question of its own.
  const unanswered = waiting.filter(
    ({ waitingSince, kinds }) => waitingSince !== null && kinds.some((kind) => kind !== "doubtful"),
  );
  const hidden = unanswered.length - SHOWN_MAX;
  return (
    <>
      {unanswered.slice(0, SHOWN_MAX).map((row) => (
        <Matter
          key={`${row.contact.addressId} ${row.lineId}`}
          icon={IconMessage2}
          color="teal"
          title={`${callPerson(row.contact)} has waited ${span(now - Date.parse(row.waitingSince ?? ""))}`}
          actions={
            <ButtonLink
              to="/inbox"
              search={{ conversation: keyOf({ addressId: row.contact.addressId, lineId: row.lineId }) }}
              size="xs"
              variant="default"
            >
              {mayAct ? "Answer" : "Look"}
            </ButtonLink>
          }
        >
          {whyWaiting(row)}
          {": "}
          <span dir="auto">{tellOf(row)}</span>
        </Matter>
      ))}
      {hidden > 0 && (
        <Matter
          icon={IconMessage2}
          color="teal"
          title={`${hidden}${hasMore ? " and more" : " more"} wait in the inbox`}
          actions={
            <ButtonLink to="/inbox" size="xs" variant="default">
              Go to the inbox
            </ButtonLink>
          }
        />
      )}
    </>
  );
}

export function GapMatters({ gaps, count }: { readonly gaps: readonly OpenGap[]; readonly count: number }) {
  return (
    <>
      {gaps.map(({ groupId, group, zone, startsAt, endsAt }) => (
        <Matter
          key={`${groupId} ${startsAt}`}
          icon={IconCalendarX}
          color="orange"
          title={`Nobody is on for ${group}`}
          actions={
            <ButtonLink to="/rota" search={{ group: groupId }} size="xs" variant="default">
              Open the rota
            </ButtonLink>
          }
        >
          <When at={startsAt} zone={zone} /> to{" "}
          <When at={endsAt} zone={zone} show={isSameDay(startsAt, endsAt) ? "time" : "both"} />
        </Matter>
      ))}
      {count > gaps.length && (
        <Matter
          icon={IconCalendarX}
          color="orange"
          title={`${count - gaps.length} more gaps in the next seven days`}
        />
      )}
    </>
  );
}

/** What a flow tells the staff says more than the last word of an answer. */
function tellOf({ kinds, words, about }: WaitingConversation): string {
  if (kinds.includes("notify") && about !== null) return about;
  return words === null ? (about ?? "a picture") : `“${words}”`;
}

function isSameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
