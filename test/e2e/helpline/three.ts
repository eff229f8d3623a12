// Three volunteers behind a number: a group of its own for every story, so that no story depends on another.
import type { HelplineConfig } from "#core/helpline/helpline";
import * as z from "zod";
import type { Answering, Call, Handset } from "../../carrier/carrier.ts";
import { addGroup, type Group, type Member } from "../../system/group.ts";
import type { TestSystem } from "../harness.ts";

export const NAMES = ["Ann", "Ben", "Cem"] as const;
export type Name = (typeof NAMES)[number];

export type Order = HelplineConfig["order"];
export const ORDERS: readonly Order[] = ["fixed", "round-robin", "least-recent"];

export interface Three extends Group {
  readonly ann: Member;
  readonly ben: Member;
  readonly cem: Member;
  /** Everything that was heard in a call, with names for numbers. */
  readonly heardBy: (call: Call) => string[];
  /** The telephones that were tried for a call, a line each: whose, how long it rang, and what was heard there. */
  readonly telephones: (call: Call) => string[];
  /** Who would be rung now, in this order, by the API. */
  readonly lineUp: () => Promise<readonly (string | null)[]>;
}

export interface Given extends Partial<Omit<z.input<typeof HelplineConfig>, "name" | "number">> {
  /** Each does as they are told when called; who is not mentioned lets it ring. */
  readonly phones?: readonly Answering[];
  /** `each`: one shift for each volunteer, begun one after the other. `none`: members without a shift. */
  readonly shifts?: "one" | "each" | "none";
}

export const RIVERSIDE = "Riverside";
export const ZONE = "Europe/London";

/** Hears what there is to hear before a key is pressed. */
export function presses(key: string, talksSeconds = 90): Answering {
  return { kind: "answers", presses: key, pressAfterSeconds: 7, talksSeconds };
}
export const ACCEPTS = presses("1");

const OnCall = z.object({
  people: z.array(z.object({ name: z.string().nullable(), isCalled: z.boolean() })),
});

let numbers = 0;
/** Somebody who never called before, by a number that Ofcom keeps for fiction. */
export function somebody({ handset }: Pick<TestSystem, "handset">): Handset {
  numbers += 1;
  return handset(`+447700900${String(numbers).padStart(3, "0")}`);
}

let groups = 0;
/** Of the London numbers that Ofcom keeps for fiction. */
export function nextNumber(): string {
  groups += 1;
  return `+442079460${String(groups).padStart(3, "0")}`;
}

/** Around the clock from `from`, every day. */
export function always(from: string): { weekday: number; from: string; to: string }[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to: from }));
}

export async function addThree(system: TestSystem, given: Given = {}): Promise<Three> {
  const { phones = [], shifts = "one", ...config } = given;
  const people = NAMES.map((name) => ({ name, phone: somebody(system).number }));
  const helpline = { zone: ZONE, ...QUIET, ...config, name: RIVERSIDE, number: nextNumber() };
  const group = await addGroup(system, helpline, people, shifts === "one" ? always("08:00") : []);
  const [ann, ben, cem] = group.volunteers;
  if (ann === undefined || ben === undefined || cem === undefined) throw new Error("there are not three");
  if (shifts === "each") {
    const rota = [ann, ben, cem].flatMap(({ id }, place) =>
      always(`0${6 + place}:00`).map((shift) => ({ ...shift, volunteers: [id] })),
    );
    await system.api.send("PUT", `/api/v1/helplines/${group.id}/shifts`, { shifts: rota }, z.unknown());
  }
  for (const [place, { handset }] of group.volunteers.entries())
    handset.whenCalled(phones[place] ?? { kind: "rings" });
  return { ...group, ann, ben, cem, ...makeWitness(system, group) };
}

/** Nobody is reminded of shifts while calls are what it is about. */
const QUIET = { reminders: { at: null } } as const;

function makeWitness(
  { api }: TestSystem,
  { id, number, volunteers }: Group,
): Pick<Three, "heardBy" | "telephones" | "lineUp"> {
  const named = (line: string): string =>
    volunteers
      .reduce((text, { name, handset }) => text.replaceAll(handset.number, name), line)
      .replaceAll(number, RIVERSIDE)
      .replaceAll(/\+447700900\d{3}/g, "the caller");
  return {
    heardBy: (call) => call.script().map(named),
    telephones: (call) =>
      call.rung().map((rung) => {
        const rang = rung.rangSeconds === null ? "never rang" : `rang ${rung.rangSeconds} s`;
        const talked = rung.talkedSeconds === 0 ? [] : [`talked ${rung.talkedSeconds} s`];
        const shows = rung.shown === number ? [] : [`shows ${named(rung.shown)}`];
        return [`${named(rung.number)} ${rang}`, ...shows, ...rung.script.map(named), ...talked].join(" | ");
      }),
    lineUp: async () => {
      const { people } = await api.get(`/api/v1/helplines/${id}/on`, OnCall);
      return people.filter(({ isCalled }) => isCalled).map(({ name }) => name);
    },
  };
}
