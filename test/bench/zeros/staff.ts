// A member of the staff, by the API: patient where something goes wrong.
import { env } from "cloudflare:workers";
import * as z from "zod";
import { TEST_SECRETS } from "../../fixtures/secrets.ts";
import type { Run } from "./run.ts";

const TRIES_MAX = 20;
const AGAIN_MS = 5_000;

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** One request; a connection that is lost counts as 503. */
export async function ask(run: Run, where: string, body: object | null = null): Promise<Answer> {
  const [method = "GET", path = ""] = where.split(" ");
  const request = new Request(`${env.PUBLIC_URL}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${TEST_SECRETS.ADMIN_TOKEN}`, "content-type": "application/json" },
    ...(body !== null && { body: JSON.stringify(body) }),
  });
  try {
    const response = await run.deliver(request);
    const text = await response.text();
    return { status: response.status, body: text.startsWith("{") ? Json.parse(JSON.parse(text)) : { text } };
  } catch (error) {
    return { status: 503, body: { error: String(error) } };
  }
}
const Json = z.record(z.string(), z.unknown());

/** Throws unless it goes well. */
export async function must(run: Run, where: string, body: object | null = null): Promise<Answer["body"]> {
  const answer = await ask(run, where, body);
  if (answer.status < 300) return answer.body;
  throw new Error(`${where} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** Asks until the Worker answers; only for what may be asked twice. */
export async function insist(run: Run, where: string, body: object | null = null): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(run, where, body);
    if (answer.status < 500 || tries === TRIES_MAX) return answer;
    await run.time.waitTill(run.time.now() + AGAIN_MS);
  }
}

/** Every row of a list, page by page. */
export async function list<Row>(run: Run, path: string, Row: z.ZodType<Row>): Promise<readonly Row[]> {
  const Page = z.object({ data: z.array(Row), next: z.string().nullable() });
  const rows: Row[] = [];
  for (let cursor: string | null = null; ;) {
    const query = new URLSearchParams({ limit: "200", ...(cursor !== null && { cursor }) });
    const page = Page.parse(await must(run, `GET ${path}?${query.toString()}`));
    rows.push(...page.data);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}
