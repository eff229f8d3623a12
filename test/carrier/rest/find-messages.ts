// The filters of the message list.
import type { Message } from "../message.ts";
import type { Parameters } from "./parameters.ts";
import { Problem } from "./problem.ts";

/** `DateSent>=2026-11-20` arrives as the name `DateSent>`. */
export const FILTER_PARAMETERS = ["To", "From", "DateSent", "DateSent<", "DateSent>"] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The messages that pass, newest first; one that has not been sent passes no filter by date. */
export function findMessages(messages: Iterable<Message>, given: Parameters): Message[] {
  const [to, from] = [given.one("To"), given.one("From")];
  const on = readDate(given.one("DateSent"));
  const before = readDate(given.one("DateSent<"));
  const after = readDate(given.one("DateSent>"));
  const passes = (message: Message): boolean => {
    if (to !== undefined && message.to !== to) return false;
    if (from !== undefined && message.from !== from) return false;
    if (on === undefined && before === undefined && after === undefined) return true;
    const at = message.sentAt;
    if (at === undefined) return false;
    if (on !== undefined && (at < on.from || at >= on.to)) return false;
    if (before !== undefined && at >= before.to) return false;
    return after === undefined || at >= after.from;
  };
  return [...messages].filter(passes).reverse();
}

/** A day in GMT as a span, or an instant as a span of one millisecond. */
function readDate(text: string | undefined): { from: number; to: number } | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new Problem(400, 20001, `${text} is not a date`);
  return { from: at, to: at + (/^\d{4}-\d{2}-\d{2}$/.test(text) ? DAY_MS : 1) };
}
