// The clock somebody lives by, as far as there is only one it can be.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";

/** Zones that agree on both show the same time all year round. */
const MIDWINTER_AND_MIDSUMMER = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

/** `names` as the API gives them, guesses too; null where they differ, or there is none. */
export function oneZone(names: readonly string[]): string | null {
  const clocks = new Set(
    names.map((timeZone) => {
      const clock = new Intl.DateTimeFormat("en-GB", { dateStyle: "short", timeStyle: "short", timeZone });
      return MIDWINTER_AND_MIDSUMMER.map((at) => clock.format(at)).join(" ");
    }),
  );
  return clocks.size === 1 ? (names.at(-1) ?? null) : null;
}

/** Of a contact; null until it is known. */
export function useZoneOf(contactId: string | null): string | null {
  const { data } = useQuery({
    queryKey: ["contacts", contactId] satisfies Key,
    queryFn: () => ask(api.v1.contacts[":id"].$get({ param: { id: contactId ?? "" } })),
    enabled: contactId !== null,
  });
  return data === undefined ? null : oneZone(data.zones.names);
}
