// Resend's API as these tests need it: what it took, under which key, and what it answers. The whole of it is in test/carrier.
import { vi } from "vitest";
import * as z from "zod";

const Body = z.object({
  to: z.tuple([z.string()]),
  from: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  tags: z.tuple([z.object({ name: z.literal("email"), value: z.string() })]),
  headers: z.record(z.string(), z.string()).optional(),
  attachments: z
    .array(z.object({ filename: z.string(), content: z.string(), content_type: z.string() }))
    .optional(),
});

export type TakenEmail = z.infer<typeof Body> & { readonly providerId: string; readonly at: number };

type Answer =
  | "take"
  /** Taken, and the line breaks before the answer. */
  | "take-and-hang-up"
  /** Taken, and answered with 500. */
  | "take-and-fail"
  | "hang-up"
  | {
      readonly status: number;
      readonly name?: string;
      readonly message?: string;
      readonly retryAfter?: number;
    };

export interface FakeResend {
  /** Every request, whatever became of it. */
  readonly requests: {
    readonly path: string;
    readonly key: string;
    readonly count: number;
    readonly at: number;
  }[];
  /** What went out to people. */
  readonly taken: TakenEmail[];
  /** What the next requests get, then `always`. */
  readonly next: Answer[];
  always: Answer;
  /** Addresses it calls invalid; a batch with one of them is refused whole. */
  readonly invalid: Set<string>;
}

/** Keys are known for 24 hours (Resend). */
const KEY_LIVES_MS = 24 * 3_600_000;

/** Stands between the Worker and the network for the rest of the test file; `now` in epoch milliseconds. */
export function fakeResend(now: () => number): FakeResend {
  const resend: FakeResend = { requests: [], taken: [], next: [], always: "take", invalid: new Set() };
  const keys = new Map<
    string,
    { readonly payload: string; readonly ids: readonly string[]; readonly at: number }
  >();
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const { host, pathname } = new URL(request.url);
    if (host !== "mail.test") throw new Error(`unexpected call to ${host}`);
    const text = await request.text();
    const json: unknown = JSON.parse(text);
    const bodies = z.array(Body).parse(pathname === "/emails/batch" ? json : [json]);
    const key = request.headers.get("idempotency-key") ?? "";
    resend.requests.push({ path: pathname, key, count: bodies.length, at: now() });
    const answer = resend.next.shift() ?? resend.always;
    if (answer === "hang-up") throw new TypeError("connection lost");
    if (typeof answer === "object") return refuse(answer);
    const known = keys.get(key);
    if (known !== undefined && now() - known.at < KEY_LIVES_MS) {
      if (known.payload !== text) return refuse({ status: 409, name: "invalid_idempotent_request" });
      return accept(pathname, known.ids);
    }
    const wrong = bodies.find(({ to: [to] }) => resend.invalid.has(to));
    if (wrong !== undefined)
      return refuse({ status: 422, name: "validation_error", message: "Invalid `to` field." });
    const ids = bodies.map(() => crypto.randomUUID());
    keys.set(key, { payload: text, ids, at: now() });
    for (const [index, body] of bodies.entries())
      resend.taken.push({ ...body, providerId: ids[index] ?? "", at: now() });
    if (answer === "take-and-hang-up") throw new TypeError("connection lost");
    return answer === "take-and-fail" ? refuse({ status: 500 }) : accept(pathname, ids);
  });
  return resend;
}

function accept(path: string, ids: readonly string[]): Response {
  const shown = ids.map((id) => ({ id }));
  return Response.json(path === "/emails/batch" ? { data: shown } : shown[0]);
}

function refuse(answer: Extract<Answer, object>): Response {
  const { status, name = "application_error", message = "", retryAfter } = answer;
  return Response.json(
    { statusCode: status, name, message },
    { status, headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) } },
  );
}
