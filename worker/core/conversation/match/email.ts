// One e-mail address, anywhere in the text.
import { matched, type Match, type Said, unmatched } from "./said.ts";

const BETWEEN = /[\s<>()[\]{},;:"|]+/u;
/** Punctuation of the sentence around the address. */
const EDGES = /^[.'*_`]+|[.'*_`!?…]+$/gu;
/** RFC 5321, 4.5.3.1: 64 octets before the @, 254 in all. */
const LOCAL_LENGTH_MAX = 64;
const LENGTH_MAX = 254;
/** RFC 5322, 3.2.3: dots stand between other characters; letters of any script by RFC 6531. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?:[\p{L}\p{M}]{2,63}|xn--[a-z0-9-]+)$/u;

/** The value has its domain in lower case; before the @ case may matter and stays. */
export function matchEmail({ text }: Said): Match {
  const found = new Set(
    text
      .normalize("NFKC")
      .split(BETWEEN)
      .flatMap((word) => addressOf(word) ?? []),
  );
  const distinct = new Set([...found].map((address) => address.toLowerCase()));
  const [address] = found;
  if (address === undefined) return unmatched("not-an-email");
  return distinct.size > 1 ? unmatched("ambiguous") : matched(address, address);
}

function addressOf(word: string): string | null {
  const trimmed = word.replace(EDGES, "");
  const at = trimmed.lastIndexOf("@");
  if (at === -1) return null;
  const [local, domain] = [trimmed.slice(0, at), trimmed.slice(at + 1).toLowerCase()];
  const isShort = local.length <= LOCAL_LENGTH_MAX && trimmed.length <= LENGTH_MAX;
  return isShort && LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}
