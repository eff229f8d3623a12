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
