// The API as its users call it. Every answer is held against what openapi.json promises for that route.
import { exports } from "cloudflare:workers";
import { expect } from "vitest";
import * as z from "zod";
import * as document from "../../worker/api/document.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";

export const ORIGIN = "http://localhost:8787";
export const OWNER = TEST_SECRETS.ADMIN_TOKEN;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // What comes out of JSON is for the tests to look into.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
}

export interface Calling {
  /** null = no Authorization at all. */
  readonly token?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of a JSON body. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
}

/** `where` is "METHOD /path under /api". */
export async function call(
  where: string,
  body?: unknown,
  { token = OWNER, headers = {}, raw }: Calling = {},
): Promise<Answer> {
  const [method = "GET", path = "/"] = where.split(" ");
  const sent = raw ?? (body === undefined ? null : JSON.stringify(body));
  const response = await exports.default.fetch(
    new Request(`${ORIGIN}/api${path}`, {
      method,
      ...(sent !== null && { body: sent }),
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(sent !== null && { "content-type": "application/json" }),
        ...headers,
      },
    }),
  );
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") ?? false;
  const answer = {
    status: response.status,
    headers: response.headers,
    body: isJson ? (JSON.parse(text) as unknown) : text,
  };
  if (path !== "/v1/openapi.json" && isJson) await holdToPromise(method, path.replace(/\?.*/, ""), answer);
  return answer;
}

/** The body of an answer that went well. */
export async function ok(where: string, body?: unknown, calling?: Calling): Promise<Answer["body"]> {
  const answer = await call(where, body, calling);
  if (answer.status >= 300)
    throw new Error(`${where} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

interface Operation {
  readonly "x-role"?: string;
  readonly "x-scope"?: Readonly<Record<string, string>> | null;
  readonly requestBody?: {
    readonly content: {
      readonly "application/json": {
        readonly schema: {
          readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
        };
      };
    };
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: { readonly "application/json"?: { readonly schema: object } } }>
  >;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let description: Promise<Description> | null = null;

/** As it is built for the Worker, from the sources under test. */
export function describeApi(): Promise<Description> {
  description ??= document.describeApi().then((whole): Description => JSON.parse(JSON.stringify(whole)));
  return description;
}

async function holdToPromise(method: string, path: string, { status, body }: Answer): Promise<void> {
  const { paths, components } = await describeApi();
  if (status >= 400) {
    expect(Object.keys(body.error).toSorted()).toEqual(
      expect.arrayContaining(["code", "message", "requestId"]),
    );
    return;
  }
  const verb = method.toLowerCase();
  const entry = Object.entries(paths).find(
    ([template, operations]) =>
      verb in operations && new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`).test(path),
  );
  const schema = entry?.[1][verb]?.responses[status]?.content?.["application/json"]?.schema;
  if (schema === undefined)
    throw new Error(`openapi.json does not say that ${method} ${path} answers ${status}`);
  const whole = { ...schema, $defs: components.schemas };
  const local: Parameters<typeof z.fromJSONSchema>[0] = JSON.parse(
    JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/"),
  );
  const checked = z.fromJSONSchema(local).safeParse(body);
  if (!checked.success)
    throw new Error(
      `${method} ${path} breaks its promise: ${checked.error.message}\n${JSON.stringify(body)}`,
    );
}
