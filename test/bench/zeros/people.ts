// The people of a run: in seven time zones, half of them asleep, two zones at odd minutes and one with half an hour of summer time.
import { env } from "cloudflare:workers";
import { createIdentity } from "../../../worker/identity.ts";
import { TEST_SECRETS } from "../../fixtures/secrets.ts";

export interface Person {
  /** Address and contact id: one made by its address takes that address's id. */
  readonly id: string;
  readonly number: string;
  readonly zone: string;
  readonly name: string;
}

export const ZONES: readonly string[] = [
  "America/New_York",
  "America/Los_Angeles",
  "Europe/London",
  "America/St_Johns",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
];

export async function makePeople(count: number, zones = ZONES): Promise<readonly Person[]> {
  const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const number = `+1${212 + Math.floor(index / 8_000)}555${String(1_000 + (index % 8_000))}`;
      const id = await identity.idOf({ kind: "phone", value: number });
      return { id, number, zone: zones[index % zones.length] ?? "UTC", name: `Person ${index}` };
    }),
  );
}

/** Into D1 as an import with a grant leaves them. */
export async function keepPeople(people: readonly Person[], at: number): Promise<void> {
  const each = "FROM json_each(?1)";
  const statements = [
    `INSERT INTO contacts (id, name, zone, created_at) SELECT value->>'id', value->>'name', value->>'zone', ?2 ${each}`,
    `INSERT INTO addresses (id, contact_id, kind, value) SELECT value->>'id', value->>'id', 'phone', value->>'number' ${each}`,
    `INSERT INTO permissions (address_id, channel, granted_at) SELECT value->>'id', 'sms', ?2 ${each}`,
  ];
  await env.DB.batch(
    statements.map((query) => {
      const statement = env.DB.prepare(query);
      return query.includes("?2")
        ? statement.bind(JSON.stringify(people), at)
        : statement.bind(JSON.stringify(people));
    }),
  );
}
