// The person as flows and opening hours see them.
import type { Person } from "#core/conversation/run";
import type { Memory } from "#core/contact/memory";
import type { Line } from "#core/line";
import type { Address } from "#core/phone";
import { zonesOf } from "#core/zone";

/** A number that fits more zones than this tells nothing (toll-free and satellite ranges): the line's zone is used. */
const ZONES_MAX = 8;

/** Every zone the person may be in: their own, else those of the number, else the line's. */
export function zonesFor(memory: Memory, line: Line): readonly string[] {
  const { profile, address } = memory.self;
  return zonesOfPerson(profile?.zone ?? null, address, line);
}

/** The same of someone no object was asked about: their own zone (null = nobody gave it), and their address. */
export function zonesOfPerson(
  zone: string | null,
  address: Address,
  line: Pick<Line, "zone">,
): readonly string[] {
  if (zone) return [zone];
  const guessed = guessZones(address);
  return guessed.length > 0 ? guessed : [line.zone];
}

/** Every zone a number may be in; none where it tells nothing. */
export function guessZones(address: {
  readonly kind: string;
  readonly value?: string | null;
}): readonly string[] {
  const zones = address.kind === "phone" && address.value ? zonesOf(address.value) : [];
  return zones.length <= ZONES_MAX ? zones : [];
}

export function toPerson(memory: Memory, line: Line): Person {
  const { profile } = memory.self;
  return {
    channel: line.channel,
    language: profile?.language ?? null,
    zone: zonesFor(memory, line)[0] ?? line.zone,
    fields: profile?.fields ?? {},
    tags: profile?.tags ?? [],
    categories: profile?.categories ?? {},
  };
}

/** The line's sentences are in the person's language where known, else in the line's. */
export function languageFor(memory: Memory, line: Line): string {
  return memory.self.profile?.language ?? line.language;
}
