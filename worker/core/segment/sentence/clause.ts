// One comparison as a clause: `who is tagged “vip”`, `whose plan is “pro”`.
import type { Scalar } from "#core/compare";
import type { Filter } from "#core/condition";
import { predicateOf, toList } from "./predicate.ts";
import { consentClause } from "./consent.ts";
import { join, say, sayTime, sayWhen } from "./values.ts";

/** What something is called that is known by an id or a slug; null where nobody knows. */
export type NameOf = (kind: "list" | "campaign" | "flow", key: string) => string | null;

const CHANNEL_NAMES: Readonly<Record<string, string>> = {
  sms: "SMS",
  whatsapp: "WhatsApp",
  chat: "web chat",
};

/** `isNot`: the comparison is denied. */
export function clauseOf(filter: Filter, isNot: boolean, nameOf: NameOf): string {
  const [root = "", first = "", ...rest] = filter.path.split(".");
  const name = [first, ...rest].join(".");
  switch (root) {
    case "attributes":
      return `whose ${plain(name)} ${predicateOf(filter, isNot)}`;
    case "tags":
      return member(filter, isNot, {
        has: (values) => `who is tagged ${values}`,
        lacks: (values) => `who is not tagged ${values}`,
        some: "who has a tag",
        none: "who has no tag",
        each: "one of whose tags",
      });
    case "lists":
      return member(filter, isNot, {
        has: (values) => `who is on the list ${values}`,
        lacks: (values) => `who is not on the list ${values}`,
        some: "who is on a list",
        none: "who is on no list",
        each: "one of whose lists",
        name: (id) => nameOf("list", id),
      });
    case "category":
      return member(filter, isNot, {
        has: (values) => `who is in category ${values} of the funnel ${plain(name)}`,
        lacks: (values) => `who is not in category ${values} of the funnel ${plain(name)}`,
        some: `who has a category in the funnel ${plain(name)}`,
        none: `who has no category in the funnel ${plain(name)}`,
        each: `whose category in the funnel ${plain(name)}`,
      });
    case "campaigns": {
      const [did, didNot] =
        name === "replied" ? ["who replied to", "who did not reply to"] : ["who got", "who did not get"];
      return member(filter, isNot, {
        has: (values) => `${did} the campaign ${values}`,
        lacks: (values) => `${didNot} the campaign ${values}`,
        some: `${did} a campaign`,
        none: `${didNot} any campaign`,
        each: name === "replied" ? "one of whose campaigns replied to" : "one of whose campaigns",
        name: (id) => nameOf("campaign", id),
      });
    }
    case "channel":
      return member(filter, isNot, {
        has: (values) => `who can be reached by ${values}`,
        lacks: (values) => `who cannot be reached by ${values}`,
        some: "who can be reached",
        none: "who cannot be reached",
        each: "one of whose channels",
        name: (channel) => CHANNEL_NAMES[channel.trim().toLowerCase()] ?? null,
        isBare: true,
      });
    case "consent":
      return consentClause(filter, isNot, CHANNEL_NAMES[name] ?? name);
    case "created":
      return `who ${time(filter, isNot, ["was added", "was not added"])}`;
    case "last_inbound":
      if (filter.op === "exists")
        return (filter.value !== false) === isNot ? "who has never written to us" : "who has written to us";
      return `who ${time(filter, isNot, ["last wrote", "did not last write"])}`;
    case "answers": {
      const question = `“${rest.join(".")}” in ${nameOf("flow", first) ?? first}`;
      if (filter.op === "exists")
        return `who ${(filter.value !== false) === isNot ? "has not answered" : "has answered"} ${question}`;
      return `whose answer to ${question} ${predicateOf(filter, isNot)}`;
    }
    default:
      return `whose ${plain(filter.path)} ${predicateOf(filter, isNot)}`;
  }
}

interface Wording {
  readonly has: (values: string) => string;
  readonly lacks: (values: string) => string;
  readonly some: string;
  readonly none: string;
  /** The subject of every other comparison. */
  readonly each: string;
  readonly name?: (key: string) => string | null;
  /** Names stand without quotes. */
  readonly isBare?: boolean;
}

function member(filter: Filter, isNot: boolean, wording: Wording): string {
  const { op, value } = filter;
  const values = join(
    toList(value).map((key) => called(key, wording)),
    "or",
  );
  const has = (isSo: boolean) => (isSo ? wording.has(values) : wording.lacks(values));
  const isListed = !wording.each.startsWith("whose");
  switch (op) {
    case "exists":
      return (value !== false) === isNot ? wording.none : wording.some;
    case "eq":
    case "in":
      return has(!isNot);
    case "ne":
    case "nin":
      return has(isNot);
    case "contains":
      // A category is one text, and may contain a part; the others are lists, which contain members.
      return isListed ? has(!isNot) : `${wording.each} ${predicateOf(filter, isNot)}`;
    case "gt":
    case "gte":
    case "lt":
    case "lte":
    case "between":
    case "starts_with":
    case "before":
    case "after":
      return `${wording.each} ${predicateOf(filter, isNot)}`;
    default:
      return op satisfies never;
  }
}

function called(key: Scalar, { name, isBare = false }: Wording): string {
  const known = typeof key === "string" ? (name?.(key) ?? null) : null;
  return known !== null && isBare ? known : say(known ?? key);
}

function time({ op, value }: Filter, isNot: boolean, [did, didNot]: readonly [string, string]): string {
  const [first = null, second = null] = toList(value);
  const verb = isNot ? didNot : did;
  if (op === "before" || op === "after") return `${verb} ${sayWhen(op, first)}`;
  if (op === "between") return `${verb} between ${sayTime(first)} and ${sayTime(second)}`;
  return `${verb} at a time that ${predicateOf({ op, value }, false)}`;
}

function plain(name: string): string {
  return name.replaceAll("_", " ");
}
