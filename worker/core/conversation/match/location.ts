// A place: shared from the phone, as coordinates, as a map link, or where allowed as an address in words.
import type { AnswerRuleOf } from "#core/conversation/flow";
import type { Location } from "#core/conversation/run";
import { CHARACTERS_READ_MAX } from "./reading/read.ts";
import { matched, type Match, type Said, unmatched } from "./said.ts";

const DEGREES = String.raw`([-+]?\d{1,3}\.\d+)`;
/** The ways map links carry a place: the pin of Google Maps, the view, a search, a geo: link (RFC 5870). */
const LINKS = [
  new RegExp(`!3d${DEGREES}!4d${DEGREES}`),
  new RegExp(`@${DEGREES},${DEGREES}`),
  new RegExp(
    `[?&](?:q|query|ll|sll|center|daddr|destination)=(?:loc:)?${DEGREES}(?:,|%2C|\\+|%20)+${DEGREES}`,
    "i",
  ),
  new RegExp(`/(?:place|search|dir)/+${DEGREES},(?:\\+|%20)?${DEGREES}`),
  new RegExp(`\\bgeo:${DEGREES},${DEGREES}`, "i"),
];
/** Bare coordinates; the fraction keeps house numbers out. */
const PAIR =
  /^\D*?([-+]?\d{1,3}[.]\d+)\s*°?\s*([NSns])?\s*[,;\s]\s*([-+]?\d{1,3}[.]\d+)\s*°?\s*([EWOewo])?[^\d]*$/;
const PAIR_WITH_COMMAS = /^\s*([-+]?\d{1,3}),(\d+)\s*[;\s]\s*([-+]?\d{1,3}),(\d+)\s*$/;

export function matchLocation({ addressInWords = false }: AnswerRuleOf<"location">, said: Said): Match {
  const place = said.location ?? placeIn(plain(said.text));
  if (place !== null) return isOnEarth(place) ? matched(place, labelOf(place)) : unmatched("not-a-location");
  const words = said.text.trim();
  if (words === "") return unmatched("empty");
  return addressInWords && /[\p{L}\p{N}]/u.test(words) ? matched(words, words) : unmatched("not-a-location");
}

/** One space at most between words, or the patterns below would try every way to share out a long gap. */
function plain(text: string): string {
  return text.slice(0, CHARACTERS_READ_MAX).normalize("NFKC").replaceAll("\u2212", "-").replace(/\s+/g, " ");
}

function placeIn(text: string): Location | null {
  for (const link of LINKS) {
    const found = link.exec(text);
    if (found !== null) return { latitude: Number(found[1]), longitude: Number(found[2]) };
  }
  const commas = PAIR_WITH_COMMAS.exec(text);
  if (commas !== null) {
    const [, a, b, c, d] = commas;
    return { latitude: Number(`${a}.${b}`), longitude: Number(`${c}.${d}`) };
  }
  const [, latitude, north, longitude, east] = PAIR.exec(text) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  return {
    latitude: Number(latitude) * (north?.toUpperCase() === "S" ? -1 : 1),
    // Spanish, French and Italian write west as O.
    longitude: Number(longitude) * (east === undefined || east.toUpperCase() === "E" ? 1 : -1),
  };
}

function isOnEarth({ latitude, longitude }: Location): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function labelOf({ latitude, longitude, label }: Location): string {
  return label ?? `${latitude}, ${longitude}`;
}
