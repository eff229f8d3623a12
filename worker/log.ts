// One line of JSON per event: ids and masked numbers, never texts, numbers, tokens or secret URLs.
import { DrizzleQueryError } from "drizzle-orm/errors";
import { maskNumbers } from "#core/phone";

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Keys that are never logged, whoever passes them by mistake. */
const DENIED = /token|secret|authorization|cookie|password|body|text|signature/i;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

function line(event: string, fields: LogFields): string {
  const kept = Object.entries(fields).filter(([key]) => !DENIED.test(key));
  const masked = kept.map(([key, value]) => [key, typeof value === "string" ? maskNumbers(value) : value]);
  return JSON.stringify({ event, ...Object.fromEntries(masked) });
}

export const log: Log = {
  info: (event, fields = {}) => console.log(line(event, fields)),
  warn: (event, fields = {}) => console.warn(line(event, fields)),
  error: (event, fields = {}) => console.error(line(event, fields)),
};

/** What an unknown thrown value says, for a log. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Drizzle's own message holds the parameters of the query: texts, numbers, names.
  if (error instanceof DrizzleQueryError) return `query failed: ${describeError(error.cause)}`;
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
