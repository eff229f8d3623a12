// Where a person can be written to: each of their addresses on each line that reaches it.
import type { LineChoice } from "../../../data/choices.ts";
import type { ConversationPlace } from "../../../data/conversation.ts";
import type { TimelineEntry } from "../../../data/timeline.ts";
import type { Address } from "./questions.ts";

/** A web visitor is reached on the line they came by only. */
const REACHED_ON: Readonly<Record<string, readonly LineChoice["channel"][]>> = {
  phone: ["sms", "whatsapp"],
  "whatsapp-user": ["whatsapp"],
};

export interface NamedPlace extends ConversationPlace {
  readonly label: string;
}

/** Where they were last in touch with us comes first. */
export function findPlaces(
  addresses: readonly Address[],
  lines: readonly LineChoice[],
  timeline: readonly TimelineEntry[],
): readonly NamedPlace[] {
  const isSeveral = addresses.length > 1;
  const used = timeline.flatMap((entry) =>
    entry.kind === "message" && entry.lineId !== null
      ? [{ addressId: entry.addressId, lineId: entry.lineId }]
      : [],
  );
  const reachable = addresses
    .filter(({ address }) => address !== null)
    .flatMap(({ id, kind }) =>
      lines
        .filter(({ channel }) => REACHED_ON[kind]?.includes(channel) === true)
        .map((line) => ({ addressId: id, lineId: line.id })),
    );
  const found = new Map<string, NamedPlace>();
  for (const place of [...used, ...reachable]) {
    const line = lines.find(({ id }) => id === place.lineId);
    const address = addresses.find(({ id }) => id === place.addressId);
    if (line === undefined || address === undefined) continue;
    const beside = isSeveral && address.address !== null ? ` (${address.address})` : "";
    const key = `${place.addressId}.${place.lineId}`;
    if (!found.has(key)) found.set(key, { ...place, label: `${line.name}${beside}` });
  }
  return [...found.values()];
}
