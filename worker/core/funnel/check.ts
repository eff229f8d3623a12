// Finds the trouble in a funnel before anybody is asked anything.
import { slotsAhead } from "#core/funnel/calendar";
import { checkFlows } from "#core/funnel/check/flows";
import type { FlowsByName } from "#core/funnel/check/flows";
import { checkWays } from "#core/funnel/check/ways";
import type { FunnelConfig } from "#core/funnel/funnel";
import { error, warning } from "#core/funnel/problem";
import type { FunnelProblem } from "#core/funnel/problem";
import { SLOT_PEOPLE_MAX } from "#core/funnel/share";
import { isOpen } from "#core/hours";
import type { Line } from "#core/line";

export interface Surroundings {
  /** What flows and contacts call the funnel. */
  readonly key: string;
  /** null where there is none of that id, or it is archived. */
  readonly line: Line | null;
  readonly flows: FlowsByName;
  /** Epoch milliseconds: slots and holidays are looked at from here on. */
  readonly now: number;
}

/** A fortnight of slots shows every weekday, holidays or not. */
const SLOTS_LOOKED_AT = 14 * 24;

/** Errors first. */
export function check(config: FunnelConfig, { key, line, flows, now }: Surroundings): FunnelProblem[] {
  const problems = [
    ...checkLine(config, line, now),
    ...checkCap(config),
    ...checkWays(config),
    ...checkFlows(key, config, flows),
  ];
  return problems.toSorted((a, b) => Number(a.kind === "warning") - Number(b.kind === "warning"));
}

export function zoneOf({ zone }: FunnelConfig, line: Pick<Line, "zone"> | null): string {
  return zone ?? line?.zone ?? "UTC";
}

function checkLine(config: FunnelConfig, line: Line | null, now: number): FunnelProblem[] {
  if (line === null) return [error("line", "lineId", "There is no such line in use.")];
  if (line.channel === "chat")
    return [
      error(
        "line",
        "lineId",
        "A web chat is begun by its visitors: a funnel needs a line that can write first.",
      ),
    ];
  const zone = zoneOf(config, line);
  const slots = slotsAhead(config.slots, zone, now, SLOTS_LOOKED_AT);
  if (slots.length === 0) return [error("slots", "slots", "None of these days has one of these hours.")];
  const closed = slots.filter(({ at }) => !isOpen(line.hours, [line.zone], at)).length;
  if (closed === 0) return [];
  return closed === slots.length
    ? [error("slots", "slots", "The line is closed at every slot.")]
    : [
        warning(
          "slots",
          "slots",
          "The line is closed at some of the slots: who is chosen in them waits until it opens.",
        ),
      ];
}

function checkCap({ slots, dailyCap }: FunnelConfig): FunnelProblem[] {
  const reach = new Set(slots.hours).size * SLOT_PEOPLE_MAX;
  if (dailyCap <= reach) return [];
  return [
    warning(
      "cap",
      "dailyCap",
      `A slot begins with ${SLOT_PEOPLE_MAX} people at most, so these hours reach ${reach} a day.`,
    ),
  ];
}
