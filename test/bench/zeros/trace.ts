// What happened to one person in a run, in the order it happened: for whoever has to find out why a zero is none.
import type { Evidence } from "./count.ts";
import type { Person } from "./people.ts";

export function trace({ door, sightings, states }: Evidence, { id, number, zone }: Person): string {
  const events = [
    ...door.posts
      .filter(({ to }) => to === number)
      .map(({ at, seq, messageId, sid, code, validitySeconds, isAnswered }) => ({
        at,
        seq: seq + 0.5,
        what: `POST ${messageId} ${sid ?? `refused ${code}`}, valid ${validitySeconds} s${isAnswered ? "" : ", unanswered"}`,
      })),
    ...sightings
      .filter(({ addressId }) => addressId === id)
      .map((one) => ({ at: one.at, seq: one.seq, what: describe(one) })),
    ...door.exchange.log.entries
      .filter(
        (entry) =>
          entry.kind === "callback" && door.posts.some(({ sid, to }) => to === number && sid === entry.sid),
      )
      .map((entry) => ({
        at: entry.at,
        seq: 0,
        what: entry.kind === "callback" ? `callback ${entry.status}: ${entry.outcome.kind}` : "",
      })),
  ];
  const lines = events
    .toSorted((a, b) => a.at - b.at || a.seq - b.seq)
    .map(({ at, what }) => `    ${new Date(at).toISOString()} ${what}`);
  return [`  ${number} (${id}, ${zone}): ${states.get(id) ?? "no state"}`, ...lines].join("\n");
}

function describe(one: Evidence["sightings"][number]): string {
  switch (one.kind) {
    case "stopped":
      return "STOP committed";
    case "granted":
      return `claim granted for ${one.messageId}`;
    case "completed":
      return `completed as ${one.outcome}: ${one.messageId}`;
    default:
      return one satisfies never;
  }
}
