// Questions to volunteers about shifts as the API shows them: no number, no e-mail address, no words of theirs.
import * as z from "zod";
import { WAYS } from "#core/asking/asking";
import { CivilDate } from "#core/rota/rota";
import type { AskingRow, WayRow } from "../../db/asking-list.ts";
import { Time, toTime, toTimeOrNull } from "./time.ts";

export const AskingView = z
  .object({
    id: z.string(),
    kind: z.enum(["reminder", "offer"]),
    volunteerId: z.string(),
    name: z.string(),
    shiftId: z.string(),
    date: CivilDate.meta({ description: "On which the shift starts, by the group's clock." }),
    startsAt: Time,
    endsAt: Time,
    state: z
      .enum([
        "waiting",
        "asked",
        "not-reached",
        "missed",
        "confirmed",
        "returned",
        "taken",
        "declined",
        "gone",
      ])
      .meta({
        description:
          "`waiting` until it is sent, `asked` until there is an answer; `not-reached` in none of the ways; `missed`: nobody looked before the shift had begun; `gone`: somebody else was quicker.",
      }),
    answeredAt: Time.nullable(),
    ways: z.array(
      z.object({
        way: z.enum(WAYS),
        state: z.enum(["waiting", "sent", "not-reached", "missed"]),
        reason: z.string().nullable().meta({
          description:
            "Such as `opted-out`, `suppressed`, `no-consent`, `closed`, `window`, `no-line`, `no-phone`, `undelivered`.",
        }),
        at: Time,
      }),
    ),
  })
  .meta({ id: "Asking" });

/** `now` in epoch milliseconds: what waits for opening hours has not been said yet. */
export function toAskingView(row: AskingRow, now: number): z.output<typeof AskingView> {
  const { id, kind, volunteerId, name, shiftId, date, startsAt, endsAt, answer, answeredAt } = row;
  const ways = row.ways.map((way) => toWay(way, now));
  return {
    id,
    kind,
    volunteerId,
    name,
    shiftId,
    date,
    startsAt: toTime(startsAt),
    endsAt: toTime(endsAt),
    state: answer ?? stateOf(ways.map(({ state }) => state)),
    answeredAt: toTimeOrNull(answeredAt),
    ways,
  };
}

function toWay({ way, state, reason, at, isLost }: WayRow, now: number) {
  const shown = { way, at: toTime(at) };
  switch (state) {
    case "due":
      return { ...shown, state: "waiting" as const, reason };
    case "missed":
      return { ...shown, state, reason };
    case "refused":
      return { ...shown, state: "not-reached" as const, reason };
    case "sent":
      if (isLost === 1) return { ...shown, state: "not-reached" as const, reason: "undelivered" };
      return { ...shown, state: at > now ? ("waiting" as const) : state, reason };
    default:
      return state satisfies never;
  }
}

function stateOf(states: readonly ("waiting" | "sent" | "not-reached" | "missed")[]) {
  if (states.includes("sent")) return "asked";
  if (states.includes("waiting")) return "waiting";
  return states.includes("missed") ? "missed" : "not-reached";
}
