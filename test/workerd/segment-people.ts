// People as a segment may ask about them, drawn at random and written to D1 as the product writes them.
import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import type { Answer } from "#core/conversation/run";
import type { KnownContact } from "#core/segment/contact";
import { clean } from "#core/text";

export const NOW = Date.UTC(2026, 10, 21, 12);
const DAY_MS = 86_400_000;
export const FLOWS = {
  "product-review": "00000000-0000-7000-8000-00000000f101",
  census: "00000000-0000-7000-8000-00000000f102",
};
export const CAMPAIGNS = [
  "00000000-0000-7000-8000-00000000ca01",
  "00000000-0000-7000-8000-00000000ca02",
] as const;
export const LISTS = [
  "00000000-0000-7000-8000-000000005e01",
  "00000000-0000-7000-8000-000000005e02",
] as const;

/** Where JavaScript and SQLite like to disagree. */
const TRICKY = [
  "",
  " ",
  "pro",
  "PRO",
  " Pro\u00A0",
  "prO\u3000",
  "Été",
  "ÉTÉ 2",
  "été",
  "ß",
  "ẞ",
  "SS",
  "ΟΔΟΣ",
  "οδος",
  "οδοσ",
  "İstanbul",
  "istanbul",
  "ISTANBUL",
  "ıstanbul",
  "Ǆ",
  "ǅ",
  "ǆ",
  "ÅNGSTRÖM",
  "ångström",
  "𐐀lef",
  "𐐨LEF",
  "😀",
  "\uFFEE",
  "ﬀ",
  "日本",
  "٣",
  "10",
  "10.0",
  " 10 ",
  "9",
  "-9",
  "--9",
  "-0",
  "0",
  "007",
  "1e3",
  "1,000",
  ".5",
  "5.",
  "0.1",
  "0.30000000000000004",
  "1.2.3",
  "999999999999999",
  "1234567890123456",
  "true",
  "false",
  "null",
  "[1]",
  '"quoted"',
  "it's",
  "%",
  "_",
  "*",
  "[a-z]",
  "\\",
  "2026-11-21",
  "2026-11-20",
  " 2026-11-22 ",
  "2026-02-31",
  "2026-13-01",
  "0026-11-21",
  "2026-11-21T10:00Z",
  "2026-11-21 10:00",
  "2026-11-21T10:00:00.123Z",
  "2026-11-21T12:00:00.123456+02:00",
  "2026-11-21T24:00Z",
  "2026-11-21T10:00+19:00",
  "2026-11-21T10:00:5Z",
  "2026-11-21x",
];
export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TRICKY) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }).map((drawn) => clean(drawn)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }).map((drawn) => clean(drawn)) },
);
export const number = fc.oneof(
  fc.constantFrom(0, 1, 9, 10, -9, 0.1, 0.1 + 0.2, 4.5, 1e21, 1e-7, 2 ** 53, 999_999_999_999_999),
  fc.integer({ min: -20, max: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((drawn) => drawn + 0),
);
export const scalar = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: number },
  fc.boolean(),
);

const at = fc.integer({ min: NOW - 90 * DAY_MS, max: NOW });
const some = <T>(values: readonly [T, ...T[]]) => fc.subarray([...values]);
const answer = fc.oneof(
  scalar.map((value): Answer => ({ value, label: String(value), words: "", at: NOW })),
  fc
    .uniqueArray(text, { minLength: 0, maxLength: 3 })
    .map((value): Answer => ({ value, label: "", words: "", at: NOW })),
  text.map((label): Answer => ({
    value: { latitude: 1, longitude: 2 },
    label,
    words: "",
    at: NOW,
  })),
  fc.constant<Answer>({ value: [{ type: "image/jpeg", ref: "ME1" }], label: "", words: "", at: NOW }),
  fc.constant<Answer>({ value: null, label: "", words: "skip", at: NOW, skipped: true }),
);

/** `address`: the one they have; what consent can be follows from its kind. */
export interface Person extends KnownContact {
  readonly id: string;
  readonly address: "phone" | "whatsapp-user" | "visitor";
}

const standing = fc.constantFrom("opted-out", "suppressed", "opted-in", "granted", "unknown");

export const person: fc.Arbitrary<Person> = fc
  .record({
    id: fc.uuid({ version: 8 }),
    address: fc.constantFrom("phone" as const, "whatsapp-user" as const, "visitor" as const),
    standings: fc.record({ sms: standing, whatsapp: standing, chat: standing }),
    name: fc.option(text),
    language: fc.option(fc.constantFrom("en", "pt-BR", "ES")),
    zone: fc.option(fc.constantFrom("Europe/London", "Asia/Kathmandu")),
    createdAt: at,
    lastInboundAt: fc.option(at),
    attributes: fc.dictionary(fc.constantFrom("plan", "score", "since", "name"), fc.option(scalar), {
      maxKeys: 4,
    }),
    tags: fc.uniqueArray(
      text.filter((tag) => tag !== ""),
      { maxLength: 3 },
    ),
    categories: fc.dictionary(fc.constant("spring"), text, { maxKeys: 1 }),
    answers: fc.dictionary(
      fc.constantFrom("product-review", "census"),
      fc.dictionary(fc.constantFrom("rating", "topics"), answer, { maxKeys: 2 }),
      { maxKeys: 2 },
    ),
    received: some(CAMPAIGNS),
    hasReplied: fc.boolean(),
    lists: some(LISTS),
  })
  .map(({ standings: { sms, whatsapp, chat }, received, hasReplied, ...known }) => ({
    ...known,
    lastInboundAt: hasReplied ? NOW : known.lastInboundAt,
    consent: {
      sms: known.address === "phone" ? [sms] : [],
      whatsapp: known.address === "visitor" ? [] : [whatsapp],
      chat: known.address === "visitor" ? [chat] : [],
    },
    campaigns: { received, replied: hasReplied ? received : [] },
  }));

const insert = (sql: string, json: string) =>
  env.DB.prepare(`INSERT INTO ${sql} FROM json_each(?1) j`).bind(json);

/** All of them, a few statements in all. */
export async function writePeople(people: readonly Person[]): Promise<void> {
  const rows = (of: (person: Person) => readonly unknown[]) => JSON.stringify(people.flatMap(of));
  await env.DB.batch([
    insert(
      `contacts (id, name, language, zone, created_at)
       SELECT j.value->>'id', j.value->>'name', j.value->>'language', j.value->>'zone', j.value->>'createdAt'`,
      rows((person) => [person]),
    ),
    insert(
      `addresses (id, contact_id, kind, value, last_heard_at)
       SELECT j.value->>'id', j.value->>'id', j.value->>'address', j.value->>'id', j.value->>'lastInboundAt'`,
      rows((person) => [person]),
    ),
    insert(
      `attributes (contact_id, name, value, changed_at, source)
       SELECT j.value->>0, j.value->>1, j.value->>2, 1, 'api'`,
      rows(({ id, attributes }) =>
        Object.entries(attributes).map(([name, value]) => [id, name, JSON.stringify(value)]),
      ),
    ),
    insert(
      "tags (contact_id, tag, present, changed_at, source) SELECT j.value->>0, j.value->>1, j.value->>2, 1, 'api'",
      rows(({ id, tags }) => [...tags.map((tag) => [id, tag, 1]), [id, "taken off again", 0]]),
    ),
    insert(
      "categories (contact_id, funnel, category, changed_at, source) SELECT j.value->>0, j.value->>1, j.value->>2, 1, 'api'",
      rows(({ id, categories }) =>
        Object.entries(categories).map(([funnel, category]) => [id, funnel, category]),
      ),
    ),
    insert(
      `permissions (address_id, channel, granted_at, suppressed_at, opted_in_at, opted_out_at)
       SELECT j.value->>0, j.value->>1, j.value->>2, j.value->>3, j.value->>4, j.value->>5`,
      rows(({ id, consent }) =>
        Object.entries(consent).flatMap(([channel, standings]) =>
          standings.map((word) => [
            id,
            channel,
            ...["granted", "suppressed", "opted-in", "opted-out"].map((kind) => (kind === word ? 5 : null)),
          ]),
        ),
      ),
    ),
    insert(
      `runs (id, flow_id, version_id, address_id, line_id, source, phase, turn, language, answers, variants, visits, started_at)
       SELECT (j.value->>0) || (j.value->>1), j.value->>2, 'v', j.value->>0, 'l', 'inbound', 'finished', 1, 'en', j.value->>3, '{}', '[]', 1`,
      rows(({ id, answers }) =>
        Object.entries(answers).flatMap(([slug, given]) => [
          // An older run that said something else, and a newer one that got no further than the start.
          [id, `1${slug}`, flowId(slug), JSON.stringify(older(given))],
          [id, `2${slug}`, flowId(slug), JSON.stringify(given)],
          [id, `3${slug}`, flowId(slug), "{}"],
        ]),
      ),
    ),
    insert(
      `messages (id, address_id, line_id, direction, channel, kind, body, media, status, rank, receipts, at, campaign_id)
       SELECT (j.value->>0) || (j.value->>1), j.value->>0, 'l', j.value->>2, 'sms', 'campaign', '', '[]', j.value->>3, 40, '[]', j.value->>4, j.value->>5`,
      rows(({ id, campaigns }) => [
        ...CAMPAIGNS.map((campaign) => [
          id,
          `1 ${campaign}`,
          "out",
          campaigns.received.includes(campaign) ? "sent" : "failed",
          NOW - DAY_MS,
          campaign,
        ]),
        ...(campaigns.replied.length > 0 ? [[id, "2", "in", "received", NOW, null]] : []),
        // Said before anybody asked.
        [id, "0", "in", "received", NOW - 2 * DAY_MS, null],
      ]),
    ),
    insert(
      "segment_members (segment_id, contact_id, source, added_at) SELECT j.value->>0, j.value->>1, 'api', 1",
      rows(({ id, lists }) => lists.map((list) => [list, id])),
    ),
    insert(
      `flows (id, slug, name, draft, revision, created_at, changed_at)
       SELECT j.value->>1, j.value->>0, 'f', '{}', 1, 1, 1`,
      JSON.stringify(Object.entries(FLOWS)),
    ),
  ]);
}

function flowId(slug: string): string {
  return slug === "census" ? FLOWS.census : FLOWS["product-review"];
}

function older(answers: Readonly<Record<string, Answer>>): Record<string, Answer> {
  return Object.fromEntries(
    Object.keys(answers).map((name) => [name, { value: "older", label: "older", words: "", at: 1 }]),
  );
}
