// What an organiser should know before a launch, in words. An error keeps it from being launched, a warning does not.
import type { CampaignConfig } from "#core/campaign/campaign";
import { EXCLUSIONS, isExclusion } from "#core/campaign/exclusion";
import { currencyOf } from "#core/campaign/price";
import type { Forecast } from "#core/campaign/forecast";
import { openingOfAll } from "#core/campaign/open";
import type { Pinned } from "#core/campaign/sending";

export interface Finding {
  readonly kind: "error" | "warning";
  /** For programs; `message` is for people. */
  readonly code: string;
  readonly message: string;
}

type Part = (launch: Launch) => readonly (Finding | null)[];

/** What would be launched, and what it would come to. */
export interface Launch {
  readonly config: CampaignConfig;
  readonly pinned: Pinned;
  readonly forecast: Forecast;
  readonly now: number;
}

const MICROS = 1_000_000;

/** Errors first; the first of them is what there is to say. */
export function checkLaunch(launch: Launch): readonly Finding[] {
  const findings = PARTS.flatMap((part) => part(launch)).filter((finding) => finding !== null);
  return findings.toSorted((a, b) => Number(a.kind === "warning") - Number(b.kind === "warning"));
}

export function problem(code: string, message: string): Finding {
  return { kind: "error", code, message };
}

function warning(code: string, message: string): Finding {
  return { kind: "warning", code, message };
}

/** Hours come first: where they never open it is they that leave everybody out. */
const PARTS: readonly Part[] = [checkTime, checkPeople, checkMoney, checkWords, checkEnd];

function checkPeople({ forecast: { tally } }: Launch): readonly (Finding | null)[] {
  if (tally.people === 0) return [problem("empty-audience", "Nobody is in the audience.")];
  const reasons = Object.entries(tally.excluded).toSorted(([, a], [, b]) => b - a);
  const why = list(reasons.map(inWords));
  if (tally.planned === 0) {
    return [
      problem("all-excluded", `Nobody of the ${tally.people} in the audience can be sent anything: ${why}.`),
    ];
  }
  return [
    tally.byFallback === 0
      ? null
      : warning(
          "by-fallback",
          `${tally.byFallback} of ${tally.planned} cannot be reached on this line: they get it by the one to fall back on.`,
        ),
    reasons.length === 0 ? null : warning("some-excluded", `Left out of ${tally.people}: ${why}.`),
  ];
}

function inWords([reason, count]: [string, number]): string {
  return `${count} ${isExclusion(reason) ? EXCLUSIONS[reason] : reason}`;
}

function checkTime({ pinned, forecast, now }: Launch): readonly (Finding | null)[] {
  const { line, hours, expiresAt, startAt } = pinned;
  const begins = Math.max(now, startAt ?? now);
  if (expiresAt !== null && expiresAt <= begins) return [problem("expired", "It ends before it begins.")];
  const all = hours === null ? [line.hours] : [line.hours, hours];
  const opens = openingOfAll(all, [line.zone], begins, expiresAt ?? Infinity);
  const { finish, tally } = forecast;
  return [
    opens === null && tally.planned === 0
      ? problem("never-open", "Its hours and the line's are never open together before it ends.")
      : null,
    startAt !== null && startAt <= now
      ? warning(
          "starts-now",
          `Its start has passed: it begins ${opens === now ? "at once" : "when its hours open"}.`,
        )
      : null,
    tally.planned > 0 && finish.kind === "unfinished"
      ? warning(
          "unfinished",
          `At the line's pace and within its hours about ${finish.people} of ${tally.planned} would not be reached ${expiresAt === null ? "within ninety days" : "before it ends"}.`,
        )
      : null,
  ];
}

function checkMoney({ pinned, forecast: { tally } }: Launch): readonly (Finding | null)[] {
  const { line } = pinned;
  const currency = currencyOf(pinned);
  if (currency === null)
    return [
      warning(
        "no-prices",
        "The line has no prices, so nobody can say what this will cost, and no spend cap can hold it.",
      ),
    ];
  const cost = tally.costMicros / MICROS;
  const unpriced = Object.entries(tally.unpriced).map(
    ([country, people]) => `${country === "?" ? "no country" : country} (${people})`,
  );
  const days = line.spendCapPerDay === undefined ? 1 : Math.ceil(cost / line.spendCapPerDay);
  return [
    unpriced.length > 0
      ? warning(
          "unpriced-countries",
          `The line has no price for ${list(unpriced)}: their cost is not counted.`,
        )
      : null,
    days > 1
      ? warning(
          "spend-cap",
          `It costs ${cost.toFixed(2)} ${currency}; the line may spend ${line.spendCapPerDay} a day, so it takes ${days} days.`,
        )
      : null,
  ];
}

function checkWords({ pinned: { line }, forecast: { tally } }: Launch): readonly (Finding | null)[] {
  const missing = Object.entries(tally.missing).map(([name, count]) => `${name} (${count})`);
  const failing = tally.excluded["text-fails"] ?? 0;
  const outside = tally.excluded["outside-window"] ?? 0;
  const [costly] = Object.entries(tally.costly).toSorted(([, a], [, b]) => b - a);
  return [
    missing.length > 0
      ? warning(
          "missing-placeholders",
          `${areContacts(tally.excluded["missing-placeholders"] ?? 0)} left out because they lack ${list(missing)}. A default in the template would include them.`,
        )
      : null,
    failing > 0 ? warning("text-fails", `The text cannot be made for ${failing} of the contacts.`) : null,
    line.channel === "whatsapp" && outside > 0
      ? warning(
          "whatsapp-window",
          `${areContacts(outside)} left out because they have not written in the last 24 hours: WhatsApp takes only an approved template then.`,
        )
      : null,
    costly === undefined
      ? null
      : warning(
          "costly-character",
          `"${costly[0]}" makes the texts of ${costly[1]} people longer: with it only 70 characters fit into a segment, not 160.`,
        ),
  ];
}

function checkEnd({
  config: { quota, variants, dailyCap },
  forecast: { tally },
}: Launch): readonly (Finding | null)[] {
  const asks = variants.some(({ content }) => content.kind === "flow");
  const unread = variants.filter(({ name }) => (tally.byVariant[name] ?? 0) === 0);
  return [
    tally.planned >= variants.length && unread.length > 0
      ? warning(
          "variant-for-nobody",
          `As it stands nobody gets ${list(unread.map(({ name }) => `"${name}"`))}: with so few people, or with what they lack, no variants can be compared.`,
        )
      : null,
    quota !== undefined && !asks
      ? problem(
          "quota-without-questions",
          "It stops after so many answers, but asks nothing: a quota needs a flow.",
        )
      : null,
    quota !== undefined && asks && tally.planned > 0 && quota > tally.planned
      ? warning(
          "quota-too-high",
          `It stops after ${quota} answers, but only ${tally.planned} people are asked.`,
        )
      : null,
    dailyCap !== undefined && dailyCap < tally.planned
      ? warning(
          "daily-cap",
          `At ${dailyCap} people a day it takes ${Math.ceil(tally.planned / dailyCap)} days.`,
        )
      : null,
  ];
}

function areContacts(count: number): string {
  return count === 1 ? "1 contact is" : `${count} contacts are`;
}

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
