// What somebody's consent on a channel is, in words.
import type { Filter } from "#core/condition";
import { STANDINGS } from "#core/consent/standing";
import type { Standing } from "#core/consent/standing";
import { predicateOf, toList } from "./predicate.ts";
import { join } from "./values.ts";

type Words = (channel: string) => readonly [is: string, isNot: string];

const WORDS: Readonly<Record<Standing, Words>> = {
  "opted-out": (channel) => [`has opted out of ${channel}`, `has not opted out of ${channel}`],
  suppressed: (channel) => [`is barred from ${channel}`, `is not barred from ${channel}`],
  "opted-in": (channel) => [`has opted in to ${channel}`, `has not opted in to ${channel}`],
  granted: (channel) => [`is down as agreeing to ${channel}`, `is not down as agreeing to ${channel}`],
  unknown: (channel) => [`has told us nothing about ${channel}`, `has told us something about ${channel}`],
};

/** `channel` by its name. */
export function consentClause(filter: Filter, isNot: boolean, channel: string): string {
  const { op, value } = filter;
  const isPlain = op === "eq" || op === "in" || op === "contains";
  if (op === "exists")
    return `who ${(value !== false) === isNot ? "has no" : "has an"} address for ${channel}`;
  const known = toList(value).flatMap((given) => STANDINGS.find((word) => word === given) ?? []);
  if (known.length !== toList(value).length || !(isPlain || op === "ne" || op === "nin"))
    return `whose consent for ${channel} ${predicateOf(filter, isNot)}`;
  const isDenied = isPlain === isNot;
  const texts = known.map((word) => WORDS[word](channel)[isDenied ? 1 : 0]);
  return `who ${join(texts, isDenied ? "and" : "or")}`;
}
