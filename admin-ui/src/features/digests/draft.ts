// A digest as its form holds it: an empty choice of flows or groups means all of them.
import { SECTIONS_ALL } from "./sections.ts";
import type { Digest, DigestInput } from "./questions.ts";

export interface Draft {
  readonly email: string;
  readonly period: Digest["period"];
  readonly weekday: number;
  readonly at: string;
  readonly zone: string;
  readonly sections: readonly Digest["sections"][number][];
  readonly flows: readonly string[];
  readonly helplines: readonly string[];
  readonly skipWhenQuiet: boolean;
}

export function newDraft(zone: string): Draft {
  return {
    email: "",
    period: "daily",
    weekday: 1,
    at: "07:00",
    zone,
    sections: SECTIONS_ALL,
    flows: [],
    helplines: [],
    skipWhenQuiet: false,
  };
}

export function toDraft(digest: Digest): Draft {
  const { email, period, weekday, at, zone, sections, flows, helplines, skipWhenQuiet } = digest;
  return {
    email,
    period,
    weekday,
    at,
    zone,
    sections,
    flows: flows ?? [],
    helplines: helplines ?? [],
    skipWhenQuiet,
  };
}

export function toInput({ flows, helplines, sections, ...rest }: Draft): DigestInput {
  return {
    ...rest,
    sections: [...sections],
    flows: flows.length === 0 ? null : [...flows],
    helplines: helplines.length === 0 ? null : [...helplines],
  };
}

export function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(toInput(one)) === JSON.stringify(toInput(other));
}
