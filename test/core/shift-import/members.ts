// The group of the import's tests, and how they show what an import comes to.
import { settle } from "#core/shift-import/settle";
import type { Settled } from "#core/shift-import/settle";
import type { Draft } from "#core/shift-import/draft";
import type { Member } from "#core/shift-import/find-member";
import type { Override, Shift } from "#core/rota/rota";
import { id } from "../rota/writing.ts";

export const MEMBERS: readonly Member[] = [
  { id: id("Ann"), name: "Ann Ames", email: "ann@example.org", phone: "+493012345678" },
  { id: id("Ben"), name: "Ben Braun", email: "Ben@Example.org", phone: "+493087654321" },
  { id: id("Béla"), name: "Béla Bartók", email: null, phone: null },
  { id: id("Cleo"), name: "Cleo Carr", email: "cleo@example.org", phone: null },
  { id: id("Cleo2"), name: "Cleo Cole", email: null, phone: null },
];
const DAYS = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const nameOf = (one: string) => MEMBERS.find((member) => member.id === one)?.name.split(" ")[0] ?? "?";

/** Each of them in a line: "Mon 09:00-12:00 Ann", "2026-11-25 add 09:00-12:00 Ann", "same", or why it is rejected. */
export function tell(
  drafts: readonly Draft[] | null,
  there: { shifts: readonly Shift[]; overrides: readonly Override[] } = { shifts: [], overrides: [] },
): readonly string[] | null {
  return drafts && settle(drafts, there).items.map(tellItem);
}

function tellItem({ outcome, reason, shifts, overrides }: Settled["items"][number]): string {
  if (outcome !== "made") return reason ?? outcome;
  const weekly = shifts.map(({ weekday, from, to, volunteers, validFrom, validUntil }) => {
    const dates = validFrom === null && validUntil === null ? "" : ` ${validFrom ?? ""}..${validUntil ?? ""}`;
    return `${DAYS[weekday] ?? ""} ${from}-${to} ${volunteers.map(nameOf).join(", ") || "-"}${dates}`;
  });
  const once = overrides.map((change) =>
    change.kind === "add"
      ? `${change.date} add ${change.from}-${change.to} ${change.volunteers.map(nameOf).join(", ") || "-"}`
      : `${change.date} ${change.kind}`,
  );
  return [...weekly, ...once].join(" | ");
}
