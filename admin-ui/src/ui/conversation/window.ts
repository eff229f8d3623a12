// WhatsApp takes free words for 24 hours after the person last wrote (Twilio, "customer service window").
const WINDOW_MS = 24 * 3_600_000;

/** Milliseconds that are left; 0 once it is over, or where they never wrote. */
export function windowLeft(heardAt: string | null, now: number): number {
  return heardAt === null ? 0 : Math.max(0, Date.parse(heardAt) + WINDOW_MS - now);
}
