// What keeps a group's volunteers from being asked about their shifts in the ways they chose: warnings, since nothing else waits for it.
import { contentFor } from "#core/asking/asking-content";
import { ASKING_KINDS } from "#core/asking/asking";
import { checkContents } from "#core/message-template/check-contents";
import { findLineIdOfGroup } from "../db/lines.ts";
import { listAskedVolunteers } from "../db/reminder-windows.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { readContentsFor } from "./read-contents.ts";

export interface HelplineFinding {
  readonly kind: "warning";
  /** Of a content also as a template's findings say it. */
  readonly code: string;
  /** `reminders.contents.offer`. */
  readonly path: string;
  readonly message: string;
}

/** Throws `not_found`. */
export async function inspectHelpline(services: Services, id: string): Promise<readonly HelplineFinding[]> {
  const { number, config } = await mustFindHelpline(services, id);
  const volunteers = (await listAskedVolunteers(services.d1, id)).filter(({ isActive }) => isActive);
  const findings: HelplineFinding[] = [];
  const warn = (code: string, path: string, message: string) =>
    findings.push({ kind: "warning", code, path, message });
  for (const channel of ["sms", "whatsapp"] as const) {
    const count = volunteers.filter(({ remindBy }) => remindBy.includes(channel)).length;
    if (count === 0) continue;
    const chosen = config.reminders.lineId ?? null;
    if ((await findLineIdOfGroup(services.d1, { channel, number, chosen })) === null) {
      warn("no-line", "reminders.lineId", `${count} would be asked by ${channel}: no line can send that.`);
      continue;
    }
    if (channel === "sms") continue;
    for (const kind of ASKING_KINDS) {
      const path = `reminders.contents.${kind}`;
      const template = contentFor(config, kind);
      if (template === null) {
        const without = `Without approved content, WhatsApp takes no ${kind} for volunteers who have not written there for 24 hours: they are asked another way, or by e-mail.`;
        warn("no-content", path, without);
        continue;
      }
      for (const { code, message } of checkContents(template, await readContentsFor(services, template)))
        warn(code, path, message);
    }
  }
  return findings;
}
