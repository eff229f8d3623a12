// The coordinators of a volunteer's groups hear that the telephone cannot be rung: each once a day, however often it fails.
import type { QuarantineRecord } from "#core/helpline/call";
import { failingDocument } from "#core/helpline/failing-document";
import { deriveId } from "#core/id";
import { findHelpline } from "../db/helplines.ts";
import { findVolunteer } from "../db/volunteers.ts";
import type { Services } from "../services.ts";
import { sendEmails } from "./send-email.ts";

const DAY_MS = 86_400_000;

/** Twice is once. Nobody hears of a number that was changed, or that staff have seen to, meanwhile. */
export async function tellFailingTelephone(
  services: Services,
  { volunteerId, addressId, until, at }: QuarantineRecord,
): Promise<void> {
  const { db, settings } = services;
  const volunteer = await findVolunteer(db, volunteerId);
  if (volunteer === null || volunteer.addressId !== addressId) return;
  if ((volunteer.quarantineLiftedAt ?? 0) >= at) return;
  const groups = await Promise.all(volunteer.helplineIds.map((id) => findHelpline(db, id)));
  const day = Math.floor(at / DAY_MS);
  const mails = groups.flatMap((helpline) => {
    if (helpline === null || helpline.archivedAt !== null) return [];
    const { name: group, zone, coordinators } = helpline.config;
    const { name } = volunteer.config;
    const document = failingDocument({
      name,
      group,
      zone,
      until,
      url: `${settings.PUBLIC_URL}/volunteers/${volunteerId}`,
    });
    return coordinators.map((to) => ({
      // One for whoever coordinates several groups, too.
      id: deriveId("telephone-failing", addressId, day, to.toLowerCase()),
      kind: "telephone",
      to,
      document,
      about: { kind: "volunteer", id: volunteerId, addressId },
      expiresAt: at + DAY_MS,
    }));
  });
  await sendEmails(services, mails);
}
