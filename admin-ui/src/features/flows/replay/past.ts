// A conversation of the past as the engine takes it: the same words at the same times.
import type { Attachment, Channel, Location } from "#core/conversation/run";
import type { Act, Cast } from "../preview/play.ts";

/** What the API says of a response. */
export interface Past {
  readonly source: string;
  readonly language: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly transcript: readonly PastMessage[];
}

export interface PastMessage {
  readonly direction: "in" | "out";
  readonly channel: string;
  readonly text: string;
  readonly at: string;
  readonly media: readonly { readonly type: string | null }[];
  readonly location: Location | null;
}

export interface Script {
  readonly cast: Cast;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly acts: readonly Act[];
}

const CHANNELS: readonly Channel[] = ["sms", "whatsapp", "chat"];

/** What was known of the person then is not kept: texts that name it say what they say without. */
export function toScript({ source, language, startedAt, finishedAt, transcript }: Past): Script {
  const begun = Date.parse(startedAt);
  const heard = transcript.filter(({ direction }) => direction === "in");
  const isBegunByThem = source === "inbound" && heard.length > 0;
  const [first, ...answers] = heard;
  const acts: Act[] = [];
  let now = begun;
  const passUntil = (at: number) => {
    // A transcript counts whole seconds.
    const ms = Math.floor((at - now) / 1000) * 1000;
    if (ms <= 0) return;
    acts.push({ kind: "pass", ms });
    now += ms;
  };
  for (const message of isBegunByThem ? answers : heard) {
    passUntil(Date.parse(message.at));
    acts.push(toHear(message));
  }
  if (finishedAt !== null) passUntil(Date.parse(finishedAt) + 1000);
  const cast: Cast = {
    channel: CHANNELS.find((known) => known === transcript[0]?.channel) ?? "sms",
    language,
    zone: "UTC",
    fields: {},
    tags: [],
    draw: 0,
    opening: isBegunByThem ? (first?.text ?? null) : null,
  };
  return { cast, startedAt: begun, acts };
}

function toHear({ text, media, location }: PastMessage): Act {
  const attachments = media.map(({ type }, place): Attachment => ({
    type: type ?? "application/octet-stream",
    ref: `past/${place}`,
  }));
  return {
    kind: "hear",
    text,
    ...(attachments.length > 0 && { attachments }),
    ...(location !== null && { location }),
  };
}
