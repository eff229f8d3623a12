// One person of a transcript, played by a simulated handset against the real system.
import { expect } from "vitest";
import { eventually } from "../../system/eventually.ts";
import type { System } from "../../system/system.ts";
import type { Line, Organiser } from "../organiser.ts";
import { act, introduce, open } from "./act.ts";
import type { Moment, Scene, Turn } from "./script.ts";

/** A reply by REST passes a queue that waits a second for more. */
const HEARD_WITHIN_MS = 10_000;
/** A message that comes by itself so soon after the clock jumped was due before. */
const QUIET_MS = 60_000;
/** "Unknown destination handset" (Twilio): nothing will ever get through. */
const UNKNOWN_HANDSET = 30_005;

export interface Stage {
  readonly system: System;
  readonly organiser: Organiser;
  readonly lines: Readonly<Record<"sms" | "whatsapp", Line>>;
}

export interface Player {
  readonly scene: Scene;
  /** Begins the conversation; returns whether the flow opened as written: a random split may have gone another way. */
  readonly open: () => Promise<boolean>;
  /** Plays what happens at one instant; throws where something else is heard than written. */
  readonly play: (moment: Moment) => Promise<void>;
  /** Waits until the API lists all that was heard. */
  readonly recorded: () => Promise<void>;
  /** What came beyond the transcript and is no sequel. */
  readonly unheard: () => readonly string[];
  /** Wants no part in it: nothing more comes. */
  readonly leave: () => Promise<unknown>;
}

export function createPlayer(stage: Stage, scene: Scene, number: string): Player {
  const { organiser, system, lines } = stage;
  const { header } = scene.transcript;
  const line = lines[header.channel === "whatsapp" ? "whatsapp" : "sms"];
  const handset = system.handset(number);
  const cast = { organiser, api: system.api, handset, line, flow: header.flow };
  const [opening] = scene.moments[0]?.turns ?? [];

  const handedOver = () =>
    system.carrier.log.entries.flatMap((entry) =>
      entry.kind === "accepted" && entry.to === number ? [entry.body] : [],
    );
  /** What comes by itself comes after this: transcripts know of nothing that is due sooner. */
  let quietUntil = 0;
  const unheard = () => handset.unclaimed().filter(({ by }) => by === "product");

  const hear = async (turn: Turn): Promise<void> => {
    const wanted = wordsOf(turn);
    const heard = () =>
      turn.isUndeliverable
        ? (handedOver().at(-1) ?? "")
        : unheard()
            .map(({ body }) => body)
            .join("\n\n");
    const isSequelDue = scene.hasSequel && turn.disposition !== null;
    const isHeard = async () => (isSequelDue ? heard().startsWith(wanted) : heard() === wanted);
    await eventually(isHeard, { withinMs: HEARD_WITHIN_MS }).catch(() => {
      expect(heard(), `${scene.name}: what ${number} heard`).toBe(wanted);
    });
    const early =
      turn.stimulus === null && turn !== opening ? unheard().filter(({ at }) => at < quietUntil) : [];
    expect(early, `${scene.name}: too early`).toEqual([]);
    if (!turn.isUndeliverable) expect(buttons(unheard().at(-1)), scene.name).toEqual(buttonsOf(turn));
    for (const { body } of handset.unclaimed()) await handset.expect(body);
  };
  const reachEnd = async (disposition: string): Promise<void> => {
    const isReached = async () =>
      (await organiser.responseOf(number, header.flow)).disposition === disposition;
    await eventually(isReached, { what: `${scene.name}: the end "${disposition}"` });
  };

  return {
    scene,
    open: async () => {
      await introduce(cast, header);
      if (opening === undefined) return false;
      await open(cast, opening.stimulus);
      const first = await eventually(async () => unheard()[0], { what: `${scene.name}: the first words` });
      return first.body === wordsOf(opening);
    },
    play: async ({ turns }) => {
      for (const turn of turns) {
        if (turn.isUndeliverable) handset.setDelivery({ kind: "undelivered", code: UNKNOWN_HANDSET });
        if (turn.stimulus !== null && turn !== opening) await act(cast, turn.stimulus);
        await hear(turn);
        if (turn.disposition !== null) await reachEnd(turn.disposition);
      }
      quietUntil = system.carrier.now() + QUIET_MS;
    },
    recorded: async () => {
      const count = handset.inbox().filter(({ by }) => by === "product").length;
      const isListed = async () =>
        (await organiser.messagesOf(number)).filter(({ direction }) => direction === "out").length >= count;
      await eventually(isListed, { what: `${scene.name}: the record of what was heard` });
    },
    unheard: () => (scene.hasSequel ? [] : unheard().map(({ body }) => body)),
    leave: () => handset.text(line.address, "STOP"),
  };
}

function wordsOf({ says }: Turn): string {
  return says.map(({ text }) => text).join("\n\n");
}

/** Scales are typed on WhatsApp: three buttons or ten rows are all there is. */
function buttonsOf({ says }: Turn): readonly string[] {
  const options = says.at(-1)?.options ?? [];
  return options.some((label) => /^\d+$/.test(label)) ? [] : options;
}

function buttons(message: { readonly options: readonly { title: string }[] } | undefined): string[] {
  return message?.options.map(({ title }) => title) ?? [];
}
