// What the admin asks while somebody looks for people and answers: each question of a small database and of a large one.
import * as z from "zod";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { type Api, createApi } from "../system/api.ts";
import { addFlow, addPeople, FLOW } from "./admin-data.ts";
import type { Part } from "./row.ts";

export const FEW = 1_000;
export const MANY = 100_000;
/** Of so many runs the best counts: the machine has other work. */
const RUNS = 5;
/** Of rows and of counts that follow what somebody types. */
const LIMIT_MS = 500;
/** These read every answer of a flow for a tab of their own: printed, not held to it. */
const WHOLE: ReadonlySet<string> = new Set(["charts of a flow", "drop-off of a flow"]);

interface Question {
  readonly path: string;
  /** Sent with it; a GET where absent. */
  readonly body?: unknown;
}

const contacts = (query: string): Question => ({ path: `/api/v1/contacts?limit=50${query}` });
const responses = (query: string): Question => ({ path: `/api/v1/responses?flow=${FLOW}&limit=50${query}` });
const figures = (of: string): Question => ({ path: `/api/v1/flows/${FLOW}/${of}` });
const segment = (filter: unknown): Question => ({ path: "/api/v1/segments/preview", body: { filter } });

const about = (path: string, op: string, value: unknown) => ({ path, op, value });

const QUESTIONS: Readonly<Record<string, Question>> = {
  "contacts, newest": contacts(""),
  "contacts, by name": contacts("&sort=name"),
  "contacts named Ana": contacts("&q=ana"),
  "contacts named as nobody": contacts("&q=nobody"),
  "contacts with a tag of many": contacts("&tag=north"),
  "contacts with a tag of few, by name": contacts("&tag=rare&sort=name"),
  "contacts of a category": contacts("&funnel=energy&category=Later"),
  "contacts of a language nobody speaks": contacts("&language=de"),
  "contacts who said yes": contacts("&standing=granted&reach=sms"),
  "contacts who said STOP (nobody)": contacts("&standing=opted-out"),
  "contacts whom WhatsApp reaches": contacts("&standing=granted&channel=whatsapp&reach=whatsapp"),
  "contacts on the web chat (nobody)": contacts("&channel=chat&reach=chat"),
  "words to filter by": { path: "/api/v1/contacts/vocabulary" },
  "responses, newest": responses(""),
  "responses by how they ended": responses("&disposition=refused"),
  "responses with words": responses("&q=because%2042"),
  "responses with words nobody wrote": responses("&q=xyzzy"),
  "responses with an answer": responses("&answer=rating&value=4"),
  "responses with an answer nobody gave": responses("&answer=rating&value=9"),
  "responses, by an answer, up": responses("&order=up&by=rating"),
  "responses, by words, down": responses("&order=down&by=why"),
  "charts of a flow": figures("answers"),
  "drop-off of a flow": figures("drop-off"),
  "rates of a flow": figures("rates"),
  "segment: everybody": segment({ all: [] }),
  "segment: a tag": segment(about("tags", "eq", "north")),
  "segment: a field": segment(about("attributes.plan", "eq", "pro")),
  "segment: consent": segment(about("consent.sms", "in", ["granted", "opted-in"])),
  "segment: a tag, a field and consent": segment({
    all: [
      about("tags", "eq", "north"),
      about("attributes.plan", "eq", "free"),
      about("consent.sms", "in", ["granted", "opted-in"]),
    ],
  }),
};

export async function measureAdmin(url: string): Promise<Part> {
  const api = createApi(url, TEST_SECRETS.ADMIN_TOKEN, (request) => fetch(request));
  await addFlow(url);
  await addPeople(url, 0, FEW);
  const few = await ask(api);
  await addPeople(url, FEW, MANY);
  const many = await ask(api);
  const rows = Object.keys(QUESTIONS).map((name) => ({ name, fewMs: few[name] ?? 0, ms: many[name] ?? 0 }));
  return {
    rows: rows.map(({ name, fewMs, ms }) => [
      name,
      `${ms.toFixed(0)} ms`,
      `${(ms / fewMs).toFixed(1)} x the time among ${FEW.toLocaleString("en")}`,
    ]),
    broken: rows.flatMap(({ name, ms }) =>
      ms > LIMIT_MS && !WHOLE.has(name) ? [`${name}: ${ms.toFixed(0)} ms, the limit is ${LIMIT_MS}`] : [],
    ),
  };
}

/** Milliseconds by question. */
async function ask(api: Api): Promise<Readonly<Record<string, number>>> {
  const took: Record<string, number> = {};
  for (const [name, { path, body }] of Object.entries(QUESTIONS)) {
    const once = async () => {
      const begun = performance.now();
      if (body === undefined) await api.get(path, z.unknown());
      else await api.send("POST", path, body, z.unknown());
      return performance.now() - begun;
    };
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await once());
    took[name] = Math.min(...times);
  }
  return took;
}
