// The carrier's REST API as these tests need it: what was posted, and what it answers. The whole of it is in test/carrier.
import { vi } from "vitest";

export interface Posted {
  readonly to: string;
  readonly body: string;
  readonly sid: string;
  readonly form: URLSearchParams;
  /** Epoch milliseconds. */
  readonly at: number;
}

type Taken = Omit<Posted, "form"> & { readonly direction: "outbound-api" | "outbound-reply" };

export interface FakeCarrier {
  readonly posted: Posted[];
  /** Everything it took, oldest first: what was posted, and what a test says it took of a webhook's answer. */
  readonly taken: Taken[];
  /** The carrier's own clock: what the test's services go by. */
  clock: { now(): number };
  /** What the next POST does; accepted where nothing is set. */
  next:
    | "accept"
    | "accept-and-hang-up"
    | "hang-up"
    | "server-error"
    | "too-many"
    | { readonly code: number; readonly status?: number };
  /** Whether what was accepted can be looked up. */
  canLookUp: boolean;
  /** Whom it will not look up. */
  readonly unknown: Set<string>;
}

/** Stands between the Worker and the network for the rest of the test file: any other address is an error. */
export function fakeCarrier(): FakeCarrier {
  const carrier: FakeCarrier = {
    posted: [],
    taken: [],
    clock: { now: () => Date.now() },
    next: "accept",
    canLookUp: true,
    unknown: new Set(),
  };
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.host !== "carrier.test") throw new Error(`unexpected call to ${url.host}`);
    if (request.method === "POST")
      return post(carrier, new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer())));
    if (!carrier.canLookUp) return new Response("away", { status: 503 });
    const to = url.searchParams.get("To") ?? "";
    if (carrier.unknown.has(to))
      return Response.json({ code: 21_211, message: "invalid To" }, { status: 400 });
    const messages = carrier.taken
      .filter((message) => message.to === to)
      .toReversed()
      .map(({ sid, body, direction, at }) => ({
        sid,
        body,
        status: "sent",
        direction,
        date_created: new Date(at).toUTCString(),
      }));
    return Response.json({ messages });
  });
  return carrier;
}

/** Of a webhook's answer the carrier took this message, whatever became of its callbacks. */
export function take(carrier: FakeCarrier, to: string, body: string): string {
  const sid = `SM${crypto.randomUUID().replaceAll("-", "")}`;
  carrier.taken.push({ to, body, sid, at: carrier.clock.now(), direction: "outbound-reply" });
  return sid;
}

function post(carrier: FakeCarrier, form: URLSearchParams): Response {
  const { next } = carrier;
  carrier.next = "accept";
  if (typeof next === "object")
    return Response.json({ code: next.code, message: "refused" }, { status: next.status ?? 400 });
  if (next === "too-many") return Response.json({ code: 20_429, message: "too many" }, { status: 429 });
  if (next === "server-error") return new Response("broken", { status: 500 });
  if (next === "hang-up") throw new TypeError("connection lost");
  const sid = `SM${crypto.randomUUID().replaceAll("-", "")}`;
  const message = { to: form.get("To") ?? "", body: form.get("Body") ?? "", sid, at: carrier.clock.now() };
  carrier.posted.push({ ...message, form });
  carrier.taken.push({ ...message, direction: "outbound-api" });
  if (next === "accept-and-hang-up") throw new TypeError("connection lost");
  return Response.json(
    { sid, body: form.get("Body"), status: "queued", direction: "outbound-api" },
    { status: 201 },
  );
}
