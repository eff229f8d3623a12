// What the palette finds besides places: people by name or number, and everything else that has a name.
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCampaigns, useFlows, useFunnels, useSegments, useTemplates } from "../data/choices.ts";
import { addressOf, callOf } from "../data/contact-rows.ts";
import { useGroups, useVolunteers } from "../data/helplines.ts";
import { findPeople } from "../data/find-people.ts";
import type { Key } from "../data/queries.ts";

const TYPING_MS = 200;
/** Fewer letters find everybody. */
const LETTERS_MIN = 2;

interface Named {
  readonly id: string;
  readonly name: string;
}

export const KINDS = [
  "flows",
  "campaigns",
  "funnels",
  "segments",
  "templates",
  "groups",
  "volunteers",
] as const;
export type Kind = (typeof KINDS)[number];

const NONE: Found["named"] = {
  flows: [],
  campaigns: [],
  funnels: [],
  segments: [],
  templates: [],
  groups: [],
  volunteers: [],
};

export interface Found {
  readonly people: readonly (Named & { readonly about: string })[];
  /** Whose names are known here: the palette itself sees which of them fit. */
  readonly named: Readonly<Record<Kind, readonly Named[]>>;
  /** Whether people are still looked for. */
  readonly isLooking: boolean;
}

/** Nothing before two letters are typed. */
export function useFound(typed: string): Found {
  const words = typed.trim();
  const isEnough = words.length >= LETTERS_MIN;
  const [asked] = useDebouncedValue(words, TYPING_MS);
  const people = useQuery({
    queryKey: ["contacts", "find", asked] satisfies Key,
    queryFn: () => findPeople(asked),
    enabled: isEnough && asked.length >= LETTERS_MIN,
    placeholderData: keepPreviousData,
  });
  const named = useNamed();
  if (!isEnough) return { people: [], named: NONE, isLooking: false };
  return {
    people: (people.data ?? []).map((one) => ({
      id: one.id,
      name: callOf(one),
      about: one.name === null ? "" : (addressOf(one.addresses[0]) ?? ""),
    })),
    named,
    isLooking: people.isFetching || asked !== words,
  };
}

function useNamed(): Found["named"] {
  return {
    flows: useFlows().data ?? [],
    campaigns: useCampaigns().data ?? [],
    funnels: (useFunnels().data ?? []).map(({ id, config: { name } }) => ({ id, name })),
    segments: useSegments().data ?? [],
    templates: useTemplates().data ?? [],
    groups: useGroups().data ?? [],
    volunteers: useVolunteers().data ?? [],
  };
}
