// What tests of helplines share: a group, its volunteers, and its rota as the API makes them.
import { ok } from "./api-calls.ts";
import type { Answer } from "./api-calls.ts";

let serial = 0;

/** A number that no other helpline or volunteer of this run has. */
export function freshPhone(): string {
  serial += 1;
  return `+1202555${String(5000 + serial)}`;
}

export function newHelpline(more: object = {}): Promise<Answer["body"]> {
  return ok("POST /v1/helplines", { name: "Night line", number: freshPhone(), ...more });
}

export function newVolunteer(name: string, helplines: readonly string[], more: object = {}) {
  return ok("POST /v1/volunteers", { name, phone: freshPhone(), helplines, ...more });
}

export interface Group {
  readonly id: string;
  readonly number: string;
  readonly ana: string;
  readonly ben: string;
  readonly cai: string;
}

/** A group in London with three members and no shifts. */
export async function newGroup(more: object = {}): Promise<Group> {
  const { id, number } = await newHelpline({ zone: "Europe/London", ...more });
  const [ana, ben, cai] = await Promise.all(["Ana", "Ben", "Cai"].map((name) => newVolunteer(name, [id])));
  return { id, number, ana: ana.id, ben: ben.id, cai: cai.id };
}

/** Monday, in London's summer time. */
export const MONDAY = "2031-07-07";

export const MORNING = { weekday: 1, from: "09:00", to: "12:00" };
export const NIGHT = { weekday: 1, from: "22:00", to: "02:00" };

export const addShift = ({ id }: Group, body: object): Promise<Answer["body"]> =>
  ok(`POST /v1/helplines/${id}/shifts`, body);
export const override = ({ id }: Group, body: object): Promise<Answer["body"]> =>
  ok(`POST /v1/helplines/${id}/overrides`, { date: MONDAY, ...body });

/** Who would be called at an instant or a local time, by name; those passed over in brackets. */
export async function on({ id }: Group, at: string): Promise<string[]> {
  const { people } = await ok(`GET /v1/helplines/${id}/on?at=${at}`);
  return people.map(({ name, isCalled }: { name: string; isCalled: boolean }) =>
    isCalled ? name : `(${name})`,
  );
}

export async function shiftsOf({ id }: Group): Promise<Answer["body"][]> {
  return (await ok(`GET /v1/helplines/${id}/shifts`)).data;
}
