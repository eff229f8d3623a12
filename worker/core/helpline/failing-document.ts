// A volunteer's telephone cannot be rung, as an e-mail for the coordinators of a group.
import type { MailDocument } from "#core/mail/document";

export interface FailingTelephone {
  /** The volunteer's. */
  readonly name: string;
  readonly group: string;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly until: number;
  /** Of the volunteer's page. */
  readonly url: string;
}

export function failingDocument({ name, group, zone, until, url }: FailingTelephone): MailDocument {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  return {
    language: "en",
    subject: `${group}: ${name}'s telephone cannot be rung`,
    preview: "A call could not be put through.",
    blocks: [
      { kind: "heading", text: `Is ${name}'s number right?` },
      {
        kind: "text",
        tone: "bad",
        text: `A call could not be put through to ${name}. The number is not rung until ${time.format(until)} (${zone}), and for longer each time it fails again. Until then calls go to whoever else is on shift.`,
      },
      {
        kind: "text",
        text: `Once you have corrected the number it is rung at once. If it was right, press "Ring again" on ${name}'s page.`,
      },
      { kind: "button", text: `Open ${name}'s page`, url },
    ],
    reason: `You get this because you are named as a coordinator of ${group}.`,
  };
}
