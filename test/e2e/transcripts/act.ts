// What a transcript's person, and the staff around them, do to the real system.
import * as z from "zod";
import type { TranscriptHeader } from "#core/conversation/transcript";
import type { Handset } from "../../carrier/carrier.ts";
import { type Api, ApiRefusal } from "../../system/api.ts";
import type { Line, Organiser } from "../organiser.ts";
import type { Stimulus } from "./script.ts";

export interface Cast {
  readonly organiser: Organiser;
  readonly api: Api;
  readonly handset: Handset;
  readonly line: Line;
  /** The slug. */
  readonly flow: string;
}

/** The smallest JPEG: nothing looks into it. */
const PICTURE = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);

/** Tells the product what the transcript says is known. */
export async function introduce(
  { organiser, handset }: Cast,
  { language, zone, fields, tags }: TranscriptHeader,
): Promise<void> {
  await organiser.know(handset.number, {
    ...(language !== undefined && { language }),
    ...(zone !== undefined && { zone }),
    ...(fields !== undefined && { attributes: fields }),
    ...(tags !== undefined && { tags }),
  });
}

/** Lets it happen; null is our own beginning of the flow. The first words of a person are a keyword that exists only for them. */
export async function open(cast: Cast, stimulus: Stimulus | null): Promise<void> {
  const { organiser, api, handset, line, flow } = cast;
  if (stimulus === null) {
    await api.send(
      "POST",
      `/api/v1/flows/${flow}/start`,
      { lineId: line.id, to: handset.number },
      z.unknown(),
    );
    return;
  }
  // Gone afterwards: later on, the same words mean whatever the flow makes of them.
  const keyword = stimulus.kind === "hear" ? stimulus.text : "";
  const trigger = await organiser.startWith(line, flow, keyword);
  await act(cast, stimulus);
  await api.send("DELETE", `/api/v1/triggers/${trigger}`, undefined, z.null());
}

export async function act(cast: Cast, stimulus: Stimulus): Promise<void> {
  const { handset, line } = cast;
  if (stimulus.kind === "event") return move(cast, stimulus.event);
  const { text, location, attachments = [], option } = stimulus;
  const [attachment] = attachments;
  if (location !== undefined) await handset.sendLocation(line.address, location);
  else if (attachment !== undefined)
    await handset.sendMedia(line.address, { contentType: attachment.type, bytes: PICTURE }, text);
  else if (option !== undefined && offers(handset, text)) await handset.tap(text);
  else await handset.text(line.address, text);
}

function offers(handset: Handset, title: string): boolean {
  return (
    handset
      .inbox()
      .at(-1)
      ?.options.some((option) => option.title === title) ?? false
  );
}

type Event = Extract<Stimulus, { kind: "event" }>["event"];

async function move({ organiser, api, handset, line, flow }: Cast, event: Event): Promise<void> {
  switch (event) {
    case "opted-out":
      await handset.text(line.address, "STOP");
      return;
    case "take-over":
    case "release": {
      const { id, disposition } = await organiser.responseOf(handset.number, flow);
      const moved = api.send("POST", `/api/v1/conversations/${id}/${event}`, {}, z.null());
      // Of a conversation that is over there is nothing to take or to give back.
      await (disposition === null ? moved : moved.catch(acceptConflict));
      return;
    }
    case "failed":
      throw new Error("a failure is the network's doing: see the turn before it");
    default:
      event satisfies never;
  }
}

function acceptConflict(error: unknown): void {
  if (!(error instanceof ApiRefusal) || error.status !== 409) throw error;
}
