// Whom a file means: a member of the group by e-mail address, telephone number or name.
import { normalise } from "../text/normalise.ts";

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** E.164. */
  readonly phone: string | null;
}

export type Found =
  | { readonly kind: "found"; readonly ids: readonly string[] }
  | { readonly kind: "rejected"; readonly reason: string };

/** Shorter ends of a number are those of several telephones. */
const DIGITS_MIN = 7;

/** Everybody named, in that order; a whole list is rejected for one who is nobody's name, or two people's. */
export function findMembers(members: readonly Member[], named: readonly string[]): Found {
  const ids: string[] = [];
  for (const words of named) {
    const [first, second] = matching(members, words);
    if (first === undefined) return { kind: "rejected", reason: `"${words}" is no member of this group` };
    if (second !== undefined)
      return { kind: "rejected", reason: `"${words}" may be ${first.name} or ${second.name}` };
    if (!ids.includes(first.id)) ids.push(first.id);
  }
  return { kind: "found", ids };
}

function matching(members: readonly Member[], words: string): readonly Member[] {
  const text = normalise(words);
  if (text.includes("@"))
    return members.filter(({ email }) => email !== null && email.toLowerCase() === text);
  const digits = text.replaceAll(/[^0-9]/g, "").replace(/^0+/, "");
  if (/^[+0-9 ().\-/]+$/.test(text))
    return digits.length < DIGITS_MIN ? [] : members.filter(({ phone }) => phone?.endsWith(digits) === true);
  const whole = members.filter(({ name }) => normalise(name) === text);
  // "Ann" is Ann Smith where no other Ann is.
  return whole.length > 0 ? whole : members.filter(({ name }) => normalise(name).startsWith(`${text} `));
}
