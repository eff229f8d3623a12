// A group's configuration held against the rest of the deployment.
import { checkHelpline, numbersOf } from "#core/helpline/check";
import type { HelplineConfig } from "#core/helpline/helpline";
import { findHelplineNumbers } from "../db/helplines.ts";
import { findLine } from "../db/lines.ts";
import { findVolunteersAt } from "../db/volunteers.ts";
import { Problem } from "../errors.ts";
import { invalidAt } from "../explain.ts";
import type { Services } from "../services.ts";
import { checkZone } from "./check-zone.ts";

/** Throws `invalid` where calls would come to grief. */
export async function refuseHelpline({ db, d1, identity }: Services, config: HelplineConfig): Promise<void> {
  checkZone(config.zone);
  const faults = checkHelpline(config);
  if (faults.length > 0) throw invalidAt(...faults);

  const own = await identity.idOf({ kind: "phone", value: config.number });
  if ((await findVolunteersAt(d1, [own])).length > 0)
    throw invalidAt({ path: "number", message: "is a volunteer's phone: calls would go in circles" });

  const passedOn = numbersOf(config);
  const ours = new Set([
    config.number,
    ...(await findHelplineNumbers(
      d1,
      passedOn.map(({ number }) => number),
    )),
  ]);
  const circles = passedOn.filter(({ number }) => ours.has(number));
  if (circles.length > 0)
    throw invalidAt(
      ...circles.map(({ path }) => ({
        path,
        message: "is the number of a helpline: calls would go in circles",
      })),
    );
  const { lineId } = config.reminders;
  if (lineId === undefined) return;
  const line = await findLine(db, lineId);
  if (line === null || line.archivedAt !== null || line.channel === "chat")
    throw invalidAt({ path: "reminders.lineId", message: "is no line for SMS or WhatsApp" });
}

export const HELPLINE_TAKEN = "There is a helpline with this number already. Archive it first, or change it.";

/** For one that somebody else changed in the meantime. */
export function helplineMoved(): Problem {
  return new Problem(
    "conflict",
    "Somebody changed this helpline at the same moment. Please look at it again.",
  );
}
