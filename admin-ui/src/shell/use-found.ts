// What the palette finds besides places: people by name or number, flows and campaigns by name.
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useCampaigns, useFlows } from "../data/choices.ts";
import { addressOf, callOf } from "../data/contact-rows.ts";
import { findPeople } from "../data/find-people.ts";
import type { Key } from "../data/queries.ts";

const TYPING_MS = 200;
/** Fewer letters find everybody. */
const LETTERS_MIN = 2;

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Found {
  readonly people: readonly (Named & { readonly about: string })[];
  readonly flows: readonly Named[];
  readonly campaigns: readonly Named[];
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
  const { data: flows = [] } = useFlows();
  const { data: campaigns = [] } = useCampaigns();
  if (!isEnough) return { people: [], flows: [], campaigns: [], isLooking: false };
  return {
    people: (people.data ?? []).map((one) => ({
      id: one.id,
      name: callOf(one),
      about: one.name === null ? "" : (addressOf(one.addresses[0]) ?? ""),
    })),
    flows,
    campaigns,
    isLooking: people.isFetching || asked !== words,
  };
}
