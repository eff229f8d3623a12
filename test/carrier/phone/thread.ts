// A handset's messages as the page shows them.
import type { Exchange } from "../exchange.ts";
import type { HandsetState } from "../handset-state.ts";
import { channelOf } from "../line.ts";
import type { Message } from "../message.ts";
import { isOver } from "../voice/leg.ts";
import { callOf } from "./calls.ts";
import { callsOf, powerOf } from "./switchboard.ts";
import type { Person, PhoneLine, Thread, ThreadMessage } from "./wire.ts";

/** A campaign writes to thousands of phones; the list shows those a person could be looking for. */
const PEOPLE_MAX = 40;

export function showLines(exchange: Exchange): PhoneLine[] {
  return exchange.lines.map(({ address, name, kind }) => ({
    address,
    name: name ?? address.replace("whatsapp:", ""),
    channel: channelOf(address),
    kind,
  }));
}

/** Those in a call first of all, for one that rings is looked for; then those with a name, then whoever wrote or was written to last. */
export function showPeople(exchange: Exchange): Person[] {
  const people = [...exchange.handsets.values()].map(showPerson);
  people.sort((a, b) => rankOf(b) - rankOf(a) || b.lastAt - a.lastAt);
  return people.slice(0, PEOPLE_MAX);
}

function rankOf(person: Person): number {
  return person.call === undefined ? Number(isNamed(person)) : 2;
}

function isNamed(person: Person): boolean {
  return person.name !== person.number;
}

function showPerson(state: HandsetState): Person {
  const last = state.thread.at(-1);
  return {
    number: state.number,
    name: state.name ?? state.number,
    preview: last === undefined ? "" : last.body || describeMedia(last),
    lastAt: last?.createdAt ?? 0,
    ...(state.zone === undefined ? {} : { zone: state.zone }),
    ...describeUse(state),
  };
}

function describeUse(state: HandsetState): Pick<Person, "call"> {
  const leg = callOf(state);
  if (leg === undefined || isOver(leg)) return {};
  if (leg.status === "in-progress") return { call: "talking" };
  return { call: leg.direction === "inbound" ? "calling" : "ringing" };
}

function describeMedia(message: Message): string {
  if (message.location !== undefined) return "Location";
  return message.media.length > 0 ? "Picture" : "";
}

export function showThread(state: HandsetState): Thread {
  return {
    number: state.number,
    phone: {
      power: powerOf(state.delivery),
      reads: state.readsMessages,
      hides: state.hidesNumber,
      calls: callsOf(state.whenCalled),
    },
    messages: state.thread.map(showMessage),
  };
}

function showMessage(message: Message): ThreadMessage {
  return {
    sid: message.sid,
    by: message.by,
    line: message.line.address,
    body: message.body,
    pictures: message.media.map((media) =>
      media.kind === "stored"
        ? { url: `/sim/media/${message.sid}/${media.sid}`, contentType: media.contentType }
        : { url: media.url, contentType: "image/*" },
    ),
    options: message.options,
    at: message.sentAt ?? message.createdAt,
    state: message.by === "handset" ? hearingOf(message) : message.status,
    ...(message.location === undefined ? {} : { location: message.location }),
  };
}

function hearingOf({ heard }: Message): "sending" | "heard" | "unheard" {
  if (heard === undefined) return "sending";
  return heard ? "heard" : "unheard";
}
