// What is to be known of a line before one sends by it.
import type { LineChoice } from "../../../data/choices.ts";

type Bounds = Pick<LineChoice, "channel" | "segmentsPerSecond" | "spendCapPerDay" | "prices" | "zone">;

const CHANNELS = { sms: "Texts", whatsapp: "WhatsApp", chat: "Web chat" } as const;

/** "Texts, 5 segments a second, at most £50 a day." */
export function lineInWords({ channel, segmentsPerSecond, spendCapPerDay, prices }: Bounds): string {
  const pace = segmentsPerSecond === 1 ? "1 segment a second" : `${segmentsPerSecond} segments a second`;
  const cap =
    spendCapPerDay === undefined || prices === undefined
      ? "no spend cap"
      : `at most ${new Intl.NumberFormat("en", { style: "currency", currency: prices.currency, maximumFractionDigits: 2, minimumFractionDigits: 0 }).format(spendCapPerDay)} a day`;
  return `${CHANNELS[channel]}, ${pace}, ${cap}.`;
}
