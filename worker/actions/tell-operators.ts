// Operators hear of alarms by e-mail: each once, however often and side by side this runs.
import { composeAlarms } from "#core/mail/alarm-document";
import { countsSince, planTelling } from "#core/mail/telling";
import { deriveId } from "#core/id";
import type { Organisation } from "#core/organisation";
import { readOrganisation } from "../db/settings.ts";
import { claimTelling, listToldAlarms, listUntoldAlarms, markTold } from "../db/told-alarms.ts";
import type { UntoldAlarm } from "../db/told-alarms.ts";
import type { Services } from "../services.ts";
import { offerEmails, writeEmails } from "./send-email.ts";
import type { Mail } from "./send-email.ts";

/** Which alarms go into which e-mail is settled first, the e-mails' ids are derived from it, and what broke off is gone on with. */
export async function tellOperators(services: Services): Promise<void> {
  const { d1, clock, mint } = services;
  const untold = await listUntoldAlarms(d1);
  if (untold.length === 0) return;
  const { operatorEmails, zone } = await readOrganisation(d1);
  if (operatorEmails.length === 0) return;
  const since = countsSince(clock.now());
  const waiting = untold.filter(({ toldIn }) => toldIn === null);
  const claims = planTelling(waiting, await listToldAlarms(d1, since)).map((alarms) =>
    claimTelling(
      d1,
      alarms.map(({ id }) => id),
      mint(),
      since,
    ),
  );
  if (claims.length > 0) await d1.batch(claims);
  const settled = claims.length > 0 ? await listUntoldAlarms(d1) : untold;
  for (const [toldIn, alarms] of groupByEmail(settled)) {
    const mails = await composeMails(services, toldIn, alarms, { operatorEmails, zone });
    await d1.batch([...(await writeEmails(services, mails)), markTold(d1, toldIn, clock.now())]);
    await offerEmails(
      services,
      mails.map(({ id }) => id),
    );
  }
}

function groupByEmail(alarms: readonly UntoldAlarm[]): ReadonlyMap<string, readonly UntoldAlarm[]> {
  const groups = new Map<string, UntoldAlarm[]>();
  for (const alarm of alarms) {
    if (alarm.toldIn !== null) groups.set(alarm.toldIn, [...(groups.get(alarm.toldIn) ?? []), alarm]);
  }
  return groups;
}

function composeMails(
  { settings, identity }: Services,
  toldIn: string,
  alarms: readonly UntoldAlarm[],
  { operatorEmails, zone }: Pick<Organisation, "operatorEmails" | "zone">,
): Promise<readonly Mail[]> {
  const place = { publicUrl: settings.PUBLIC_URL, zone: zone ?? settings.TIME_ZONE };
  const document = composeAlarms(alarms, place);
  const [first] = alarms;
  return Promise.all(
    operatorEmails.map(async (to): Promise<Mail> => ({
      id: deriveId("alarm", toldIn, await identity.idOfEmail(to)),
      kind: "alarm",
      to,
      document,
      about: { kind: "alarm", id: first?.id ?? toldIn },
    })),
  );
}
