// The calls of a group over a window, counted.
import { countCalls } from "#core/helpline/figures";
import type { CallFigures } from "#core/helpline/figures";
import { listCounted } from "../db/call-log.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { mustRead } from "./read-window.ts";

const DAY_MS = 86_400_000;
const WINDOW_MS_DEFAULT = 7 * DAY_MS;
/** A quarter of a busy line's calls are some ten thousand rows, each read. */
const WINDOW_MS_MAX = 92 * DAY_MS + 3_600_000;

export interface CountedWindow {
  readonly figures: CallFigures;
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** Until now, and a week, where that is not said. Throws `not_found` or `invalid`. */
export async function readCallFigures(
  services: Services,
  helplineId: string,
  given: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<CountedWindow> {
  const { zone } = (await mustFindHelpline(services, helplineId)).config;
  const to = given.to === undefined ? services.clock.now() : mustRead("to", given.to, zone);
  const from = given.from === undefined ? to - WINDOW_MS_DEFAULT : mustRead("from", given.from, zone);
  if (to <= from) throw invalidAt({ path: "to", message: "is not after `from`" });
  if (to - from > WINDOW_MS_MAX)
    throw invalidAt({ path: "from", message: "is more than 92 days before `to`" });
  const figures = countCalls(await listCounted(services.db, helplineId, from, to), zone);
  return { figures, from, to, zone };
}
