// The responses to a flow in one line.
import { callPerson } from "../../data/person.ts";
import type { NamedPerson } from "../../data/person.ts";

export interface Begun {
  /** Of those that have ended, by how. */
  readonly counts: Readonly<Record<string, number | undefined>>;
  readonly running: number;
}

/** "8 began, 7 completed (88%)." */
export function tellBegun({ counts, running }: Begun): string {
  const began = Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), running);
  if (began === 0) return "Nobody has begun yet.";
  const completed = counts["completed"] ?? 0;
  return `${began} began, ${completed} completed (${percent(completed / began)}).`;
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** Whose response it is, and to what; a flow of our own has no name. */
export function titleOf({
  flow,
  contact,
}: {
  readonly flow: { readonly name: string | null };
  readonly contact: NamedPerson;
}): string {
  return `${callPerson(contact)}: ${flow.name ?? "Question about a shift"}`;
}
