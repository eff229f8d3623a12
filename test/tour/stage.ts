// The language scenes are written in: people who write and read, a clock that jumps, and what the API shows of it.
import { isDeepStrictEqual } from "node:util";
import { Temporal } from "temporal-polyfill";
import type { Handset } from "../carrier/carrier.ts";
import { LINES, type LineName } from "../demo/seed/lines.ts";
import { ZONE } from "../demo/start.ts";
import { type Api, ApiRefusal } from "../system/api.ts";
import { eventually } from "../system/eventually.ts";
import type { System } from "../system/system.ts";
import type { Visitor } from "../system/visitor.ts";
import type { Checks } from "./checks.ts";
import { makeStamp, sayLine, table } from "./transcript.ts";

export interface Scene {
  readonly title: string;
  readonly play: (stage: Stage) => Promise<void>;
}

export interface Row {
  readonly [column: string]: unknown;
}

export interface Stage {
  readonly system: System;
  readonly checks: Checks;
  /** Somebody with a phone of their own. */
  readonly person: (number: string, name: string) => Actor;
  /** Somebody on the web chat of a flow. */
  readonly visitor: (flow: string) => Promise<ChatActor>;
  /** Says aside what is about to happen. */
  readonly note: (text: string) => void;
  /** Jumps ahead in time. */
  readonly wait: (hours: number) => Promise<void>;
  /** Jumps to the next time the clock of the demo's town shows this, such as `08:00`; to a weekday if asked for. */
  readonly waitUntil: (time: string, weekdays?: readonly number[]) => Promise<void>;
  /** Prints rows that were looked at, under what they are. */
  readonly prints: (what: string, rows: readonly Row[]) => void;
  /** Asks the API until its answer is as written; prints it as a table. */
  readonly shows: (record: Lookup, expected: readonly Row[]) => Promise<void>;
  /** Expects that the API refuses, with this code. */
  readonly refuses: (what: string, code: string, ask: (api: Api) => Promise<unknown>) => Promise<void>;
}

/** Something the API knows: how it is asked for, and the rows to look at. */
export interface Lookup {
  readonly asked: string;
  readonly look: (api: Api) => Promise<readonly Row[]>;
}

export interface Actor {
  readonly number: string;
  readonly handset: Handset;
  readonly writes: (to: LineName, words: string) => Promise<string>;
  readonly taps: (title: string) => Promise<void>;
  /** Expects exactly these messages next, in this order. */
  readonly reads: (...texts: string[]) => Promise<void>;
  /** Expects a message with these words: the rest of it names a day. */
  readonly readsAbout: (words: string) => Promise<void>;
  /** Expects that nothing has come that was not read. */
  readonly readsNothing: (why: string) => Promise<void>;
}

export interface ChatActor {
  readonly number: null;
  readonly writes: (words: string, id?: string) => void;
  readonly reads: (...texts: string[]) => Promise<void>;
  readonly readsNothing: (why: string) => void;
  readonly reconnects: () => Promise<void>;
  readonly leaves: () => void;
}

/** A message may have to wait for a queue, an alarm and its slot. */
const READ_WITHIN_MS = 10_000;

/** A record passes a queue that is emptied every second. */
const SHOWN_WITHIN_MS = 6_000;

const NAMES = new Map(Object.entries(LINES).map(([, { config }]) => [config.address, config.name]));

export function createStage(system: System, checks: Checks, print: (line: string) => void): Stage {
  const stamp = makeStamp(ZONE);
  const say = (from: string, to: string, words: string): void =>
    print(sayLine(stamp(system.carrier.now()), from, to, words));
  return {
    system,
    checks,
    note: (text) => print(`  -- ${text}`),
    waitUntil: async (time, weekdays) => {
      await system.advance(untilTime(await system.now(), time, weekdays));
      print(`  ~ until ${stamp(system.carrier.now())} ~`);
    },
    prints: (what, rows) =>
      print(["", `    ${what}`, ...table(rows).map((line) => `    | ${line}`), ""].join("\n")),
    wait: async (hours) => {
      await system.advance(hours * 3_600_000);
      print(`  ~ ${hours} hours later ~`);
    },
    person: (number, name) =>
      createActor(system, checks, say, system.handset(number, { name, zone: ZONE }), name),
    visitor: async (flow) => createChatActor(checks, say, await system.visit(flow)),
    shows: async ({ asked, look }, expected) => {
      const rows = await checks.expect(asked, async () => {
        let seen: readonly Row[] = [];
        const compare = async (): Promise<readonly Row[] | null> => {
          seen = await look(system.api);
          return isDeepStrictEqual(seen, expected) ? seen : null;
        };
        return eventually(compare, { withinMs: SHOWN_WITHIN_MS }).catch((error: unknown) => {
          throw new Error(["as written:", ...table(expected), "as it is:", ...table(seen)].join("\n"), {
            cause: error,
          });
        });
      });
      print(["", `    ${asked}`, ...table(rows).map((line) => `    | ${line}`), ""].join("\n"));
    },
    refuses: async (what, code, ask) => {
      const answer = await checks.expect(`${what} is refused`, () =>
        ask(system.api).then(
          () => Promise.reject(new Error("it was not")),
          (error: unknown) => (error instanceof ApiRefusal ? error : Promise.reject(error)),
        ),
      );
      checks.same(`${what} is refused for the right reason`, answer.code, code);
      print(`    ${what}: ${answer.status} ${code}\n`);
    },
  };
}

/** Milliseconds until the clock shows `time`, on one of these weekdays (ISO, Monday is 1). */
export function untilTime(
  now: number,
  time: string,
  weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7],
): number {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(ZONE);
  let then = here.withPlainTime(time);
  while (Temporal.ZonedDateTime.compare(then, here) <= 0 || !weekdays.includes(then.dayOfWeek))
    then = then.add({ days: 1 });
  return then.epochMilliseconds - now;
}

type Say = (from: string, to: string, words: string) => void;

function createActor(system: System, checks: Checks, say: Say, handset: Handset, name: string): Actor {
  return {
    number: handset.number,
    handset,
    writes: async (to, words) => {
      const { channel, address, name: line } = LINES[to].config;
      say(name, line, words);
      return channel === "whatsapp" ? handset.whatsapp(address, words) : handset.text(address, words);
    },
    taps: async (title) => {
      say(name, "WhatsApp", `[${title}]`);
      await handset.tap(title);
    },
    readsAbout: async (words) => {
      const { from, body } = await checks.expect(`${name} reads about "${words}"`, () =>
        handset.expect(words, { withinMs: READ_WITHIN_MS }),
      );
      say(NAMES.get(from.replace("whatsapp:", "")) ?? from, name, body);
    },
    reads: async (...texts) => {
      for (const text of texts) {
        const { from, by, body } = await checks.expect(`${name} reads "${text}"`, () =>
          handset.expect(text, { withinMs: READ_WITHIN_MS }),
        );
        checks.same(`${name} reads exactly "${text}"`, body, text);
        say(
          by === "carrier" ? "the carrier" : (NAMES.get(from.replace("whatsapp:", "")) ?? from),
          name,
          text,
        );
      }
    },
    readsNothing: async (why) => {
      await system.carrier.settled();
      checks.same(
        `${name} reads nothing: ${why}`,
        handset.unclaimed().map(({ body }) => body),
        [],
      );
      say("-", name, `(nothing: ${why})`);
    },
  };
}

function createChatActor(checks: Checks, say: Say, visitor: Visitor): ChatActor {
  return {
    number: null,
    writes: (words, id) => {
      say("visitor", "Web chat", words);
      visitor.say(words, id);
    },
    reads: async (...texts) => {
      for (const text of texts) {
        const frame = await checks.expect(`the visitor reads "${text}"`, () =>
          visitor.expect(text, READ_WITHIN_MS),
        );
        checks.same(`the visitor reads exactly "${text}"`, frame.text, text);
        say("Web chat", "visitor", text);
      }
    },
    readsNothing: (why) => {
      checks.same(
        `the visitor reads nothing: ${why}`,
        visitor.unclaimed().map(({ text }) => text),
        [],
      );
      say("-", "visitor", `(nothing: ${why})`);
    },
    reconnects: visitor.reconnect,
    leaves: visitor.leave,
  };
}
