// What a row does to the person it is about: nobody knew them, it changes something field by field, or it says nothing new.
import type { Rule } from "#core/csv/mapping";
import type { Told } from "#core/csv/read-consent";
import type { ReadPerson } from "#core/csv/read-person";
import type { Rejection } from "#core/csv/rejection";
import type { Standing } from "#core/consent/standing";
import type { FieldValue } from "#core/conversation/run";

/** When a value was given, epoch milliseconds, and by whom. */
export interface Dating {
  readonly at: number;
  readonly source: string | null;
}

export interface KnownValue extends Dating {
  readonly value: FieldValue;
}

export interface KnownPerson {
  readonly contactId: string;
  /** Since when nothing is left of them but what they refused, epoch milliseconds; null for others. */
  readonly forgottenAt: number | null;
  readonly standing: Standing;
  /** `name`, `language`, `zone`, `attributes.<name>`, `tags.<tag>` (true while they have it), `categories.<funnel>`. */
  readonly values: Readonly<Record<string, KnownValue>>;
  /** Newest instants by channel. */
  readonly permissions: Readonly<Record<string, { grantedAt: number | null; suppressedAt: number | null }>>;
}

export interface Change {
  /** As in KnownPerson; `grant.<channel>` and `suppression.<channel>` hold instants. */
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  /** Of `from`; null where there was nothing at all. */
  readonly was: Dating | null;
  /** The proof of a grant or a suppression. */
  readonly words?: string;
}

export type Planned =
  | { readonly kind: "new" | "changed" | "same"; readonly changes: readonly Change[] }
  | { readonly kind: "rejected"; readonly why: Rejection };

/** `at` dates what the import says, in epoch milliseconds: whatever is newer stays. */
export function planRow(
  person: ReadPerson,
  known: KnownPerson | null,
  { rule, at }: { readonly rule: Rule; readonly at: number },
): Planned {
  if (known !== null && staysForgotten(known, at)) return { kind: "rejected", why: { kind: "forgotten" } };
  const isNew = known === null || known.forgottenAt !== null;
  const told = tellings(person.told, known, at);
  const changes =
    rule === "keep" && !isNew
      ? // What somebody refused is heard under every rule.
        told.filter(({ field }) => field.startsWith("suppression."))
      : [...fieldChanges(person, known, rule, at), ...told];
  if (isNew) return { kind: "new", changes };
  return { kind: changes.length === 0 ? "same" : "changed", changes };
}

/** Somebody who refused, and what we were told before they were forgotten. */
function staysForgotten({ forgottenAt, standing }: KnownPerson, at: number): boolean {
  if (forgottenAt === null) return false;
  return forgottenAt >= at || standing === "opted-out" || standing === "suppressed";
}

function fieldChanges(
  person: ReadPerson,
  known: KnownPerson | null,
  rule: Rule,
  at: number,
): readonly Change[] {
  return valuesOf(person).flatMap(([field, to]): Change[] => {
    const had = known === null || !Object.hasOwn(known.values, field) ? undefined : known.values[field];
    const from = had?.value ?? null;
    if (from === to || (had !== undefined && had.at > at)) return [];
    const isBlank = from === null || from === "" || from === false;
    if (rule === "fill" && !isBlank) return [];
    // A tag somebody took off is not blank: it was decided.
    if (rule === "fill" && field.startsWith("tags.") && had !== undefined) return [];
    return [{ field, from, to, was: had === undefined ? null : { at: had.at, source: had.source } }];
  });
}

function valuesOf(person: ReadPerson): readonly (readonly [string, FieldValue])[] {
  const { name, language, zone, attributes, tags, categories } = person;
  const entries: (readonly [string, FieldValue])[] = [
    ["name", name],
    ["language", language],
    ["zone", zone],
    ...Object.entries(attributes).map(([name, value]) => [`attributes.${name}`, value] as const),
    ...tags.map((tag) => [`tags.${tag}`, true] as const),
    ...Object.entries(categories).map(([funnel, category]) => [`categories.${funnel}`, category] as const),
  ];
  return entries.filter(([, value]) => value !== null);
}

/**
 * A grant that bears no date is not taken for somebody who has refused: only what was agreed to afterwards counts, and nothing
 * outweighs a person's own opt-out anyway. Of two that say the same for a channel the newer counts.
 */
function tellings(told: readonly Told[], known: KnownPerson | null, at: number): readonly Change[] {
  const newest = new Map<string, Change>();
  for (const { kind, channel, at: dated, words } of told) {
    const hasRefused = known !== null && (known.standing === "opted-out" || known.standing === "suppressed");
    if (dated === null && hasRefused) continue;
    const permission = known?.permissions[channel];
    const from = (kind === "grant" ? permission?.grantedAt : permission?.suppressedAt) ?? null;
    const to = dated ?? at;
    const field = `${kind}.${channel}`;
    // Yes says no more than a date that is known already.
    if (from !== null && (dated === null || from >= to)) continue;
    const other = newest.get(field);
    if (other === undefined || Number(other.to) < to)
      newest.set(field, { field, from, to, was: null, words });
  }
  return [...newest.values()];
}
