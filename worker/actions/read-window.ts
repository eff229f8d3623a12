// A group's rota over a stretch of time, with the names of whoever is on it.
import { datesAround } from "#core/rota/occurrences";
import { readInstant } from "#core/rota/read-instant";
import type { Rota } from "#core/rota/rota";
import type { HelplineRow } from "../db/helplines.ts";
import { readRota } from "../db/rota.ts";
import { readPeople } from "../db/volunteers.ts";
import type { KnownVolunteer } from "../db/volunteers.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";

const DAY_MS = 86_400_000;
/** Where the end is not said: what comes in a week. */
const WINDOW_MS_DEFAULT = 7 * DAY_MS;
/** A year with its leap day and an hour of the clocks: longer plans are guesses, and cost computing. */
const WINDOW_MS_MAX = 366 * DAY_MS + 3_600_000;

export interface Window {
  readonly helpline: HelplineRow;
  readonly rota: Rota;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** Who is or was a member, or is named on a shift. */
  readonly people: ReadonlyMap<string, KnownVolunteer>;
}

interface GivenSpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** From now, and for a week, where that is not said. Throws `not_found` or `invalid`. */
export async function readWindow(services: Services, helplineId: string, given: GivenSpan): Promise<Window> {
  const { helpline, from, to } = await mustReadSpan(services, helplineId, given);
  const [rota, people] = await Promise.all([
    readRota(services.db, helpline, datesAround(from, to)),
    readPeople(services.d1, helplineId),
  ]);
  return { helpline, rota, from, to, people };
}

/** The same without the rota. */
export async function mustReadSpan(
  services: Services,
  helplineId: string,
  given: GivenSpan,
): Promise<Pick<Window, "helpline" | "from" | "to">> {
  const helpline = await mustFindHelpline(services, helplineId);
  const { zone } = helpline.config;
  const from = given.from === undefined ? services.clock.now() : mustRead("from", given.from, zone);
  const to = given.to === undefined ? from + WINDOW_MS_DEFAULT : mustRead("to", given.to, zone);
  if (to <= from) throw invalidAt({ path: "to", message: "is not after `from`" });
  if (to - from > WINDOW_MS_MAX) throw invalidAt({ path: "to", message: "is more than a year after `from`" });
  return { helpline, from, to };
}

/** Throws `invalid` that names the path. */
export function mustRead(path: string, text: string, zone: string): number {
  const at = readInstant(text, zone);
  if (at === null)
    throw invalidAt({
      path,
      message: "is no time: write 2026-11-21T14:00Z, or 2026-11-21T14:00 by the group's clock",
    });
  return at;
}
