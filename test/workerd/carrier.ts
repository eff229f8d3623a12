// The carrier's REST API as these tests need it: what was posted, and what it answers. The whole of it is in test/carrier.
import { vi } from "vitest";

export interface Posted {
  readonly to: string;
  readonly body: string;
  readonly sid: string;
  readonly form: URLSearchParams;
}

export interface FakeCarrier {
  readonly posted: Posted[];
  /** What the next POST does; accepted where nothing is set. */
  next: "accept" | "accept-and-hang-up" | "hang-up" | "server-error" | "too-many" | { readonly code: number };
  /** Whether what was accepted can be looked up. */
  canLookUp: boolean;
}

/** Stands between the Worker and the network for the rest of the test file: any other address is an error. */
export function fakeCarrier(): FakeCarrier {
  const carrier: FakeCarrier = { posted: [], next: "accept", canLookUp: true };
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.host !== "carrier.test") throw new Error(`unexpected call to ${url.host}`);
    if (request.method === "POST")
      return post(carrier, new URLSearchParams(new TextDecoder().decode(await request.arrayBuffer())));
    if (!carrier.canLookUp) return new Response("away", { status: 503 });
    const to = url.searchParams.get("To");
    const messages = carrier.posted
      .filter((message) => message.to === to)
      .map(({ sid, body }) => ({
        sid,
        body,
        status: "sent",
        direction: "outbound-api",
        date_created: new Date(8.64e15).toUTCString(),
      }));
    return Response.json({ messages });
  });
  return carrier;
}

function post(carrier: FakeCarrier, form: URLSearchParams): Response {
  const { next } = carrier;
  carrier.next = "accept";
  if (typeof next === "object")
    return Response.json({ code: next.code, message: "refused" }, { status: 400 });
  if (next === "too-many") return Response.json({ code: 20_429, message: "too many" }, { status: 429 });
  if (next === "server-error") return new Response("broken", { status: 500 });
  if (next === "hang-up") throw new TypeError("connection lost");
  const sid = `SM${crypto.randomUUID().replaceAll("-", "")}`;
  carrier.posted.push({ to: form.get("To") ?? "", body: form.get("Body") ?? "", sid, form });
  if (next === "accept-and-hang-up") throw new TypeError("connection lost");
  return Response.json(
    { sid, body: form.get("Body"), status: "queued", direction: "outbound-api" },
    { status: 201 },
  );
}
