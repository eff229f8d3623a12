// One message: theirs at the start of the line, ours at its end; when, by whom, and what became of it.
import type { TimelineEntry } from "../../data/timeline.ts";
import { AnchorLink } from "../links.tsx";
import { When } from "../when.tsx";
import { describeDelivery } from "./delivery.ts";
import { Media } from "./media.tsx";
import { PlaceLine } from "./place-line.tsx";
import { readPlace } from "./place.ts";

type Message = Extract<TimelineEntry, { kind: "message" }>;

export interface BubbleProps {
  readonly message: Message;
  readonly nameOf: (actorId: string) => string;
  /** The line's name, where several are used. */
  readonly line: string | null;
  readonly zone: string | null;
}

export function Bubble({ message, nameOf, line, zone }: BubbleProps) {
  const { direction, text, media, status, errorCode, reason, channel, dueAt } = message;
  const isOurs = direction === "out";
  const place = readPlace(message.location);
  const delivery = isOurs ? describeDelivery({ status, errorCode, reason, channel }) : null;
  return (
    <div className="bubble" data-ours={isOurs}>
      <div className="bubble-body">
        {media.map(({ url, type }, index) => (
          <Media key={index} url={url} type={type} />
        ))}
        {place !== null && <PlaceLine place={place} />}
        {text !== "" && <p dir="auto">{text}</p>}
        {text === "" && media.length === 0 && place === null && <p className="bubble-gone">No longer kept</p>}
      </div>
      <p className="bubble-meta">
        {isOurs && (
          <>
            <Writer message={message} nameOf={nameOf} />
            {" · "}
          </>
        )}
        {line !== null && `${line} · `}
        <When at={message.at} show="time" zone={zone} />
        {delivery !== null && (
          <>
            {" · "}
            <span data-trouble={delivery.isTrouble}>{delivery.words}</span>
            {dueAt !== null && (
              <>
                {" until "}
                <When at={dueAt} />
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}

const WRITERS: Readonly<Record<string, string>> = {
  flow: "Flow",
  reminder: "Reminder",
  "opt-out": "Automatic",
  consent: "Automatic",
  unmatched: "Automatic",
  api: "By the API",
};

function Writer({
  message: { messageKind, campaignId, by },
  nameOf,
}: Pick<BubbleProps, "message" | "nameOf">) {
  if (campaignId !== null)
    return (
      <AnchorLink to="/campaigns/$campaignId" params={{ campaignId }} size="xs">
        Campaign
      </AnchorLink>
    );
  return (
    <>
      {messageKind === "staff" ? (by === null ? "Staff" : nameOf(by)) : (WRITERS[messageKind] ?? messageKind)}
    </>
  );
}
