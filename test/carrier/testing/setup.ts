// A carrier with one line of each kind before a tiny product, for the carrier's own tests.
import { createCarrier, type Carrier, type CarrierLine, type CarrierOptions } from "../carrier.ts";
import { AUTH_TOKEN, createProduct, PRODUCT_URL, type Product } from "./product.ts";

export const ACCOUNT_SID = "AC00000000000000000000000000000001";
export const API_KEY = "SK00000000000000000000000000000001";
const WEBHOOK = "/webhooks/twilio/messages";
const STATUS_URL = `${PRODUCT_URL}/webhooks/twilio/status`;

export const LINES = {
  longCode: { address: "+12125550100", kind: "long-code", webhookPath: WEBHOOK, name: "Reviews" },
  tollFree: { address: "+18885550100", kind: "toll-free", webhookPath: WEBHOOK },
  shortCode: { address: "24365", kind: "short-code", webhookPath: WEBHOOK },
  service: {
    address: "+13125550100",
    kind: "messaging-service",
    messagingServiceSid: "MG00000000000000000000000000000001",
    webhookPath: WEBHOOK,
    statusUrl: STATUS_URL,
    advancedOptOut: true,
  },
  whatsapp: { address: "whatsapp:+12125550100", kind: "whatsapp", webhookPath: WEBHOOK },
  sandbox: {
    address: "whatsapp:+14155238886",
    kind: "whatsapp-sandbox",
    webhookPath: WEBHOOK,
    statusUrl: STATUS_URL,
    joinCode: "join brave-fox",
  },
} as const satisfies Record<string, CarrierLine>;

export const START = Date.UTC(2026, 10, 21, 10, 0, 0);

/** Mulberry32: small, seeded, good enough to draw identifiers from. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function setUp(options: Partial<CarrierOptions> = {}): {
  carrier: Carrier;
  product: Product;
  rest: Rest;
} {
  const product = createProduct();
  const carrier = createCarrier({
    accountSid: ACCOUNT_SID,
    authToken: AUTH_TOKEN,
    apiKey: API_KEY,
    apiSecret: "secret",
    productUrl: PRODUCT_URL,
    deliver: product.deliver,
    lines: Object.values(LINES),
    now: () => START,
    random: seeded(1),
    ...options,
  });
  return { carrier, product, rest: createRest(carrier) };
}

export type Answer = { status: number; body: Record<string, unknown> };

export type Rest = {
  /** `POST Messages.json` with credentials; repeat a name by giving a list. */
  send: (fields: Record<string, string | string[]>) => Promise<Answer>;
  get: (path: string) => Promise<Answer>;
  raw: (path: string, init?: RequestInit) => Promise<Response>;
};

const ORIGIN = "https://carrier.test";
const ACCOUNT = `/2010-04-01/Accounts/${ACCOUNT_SID}`;

function createRest(carrier: Carrier): Rest {
  const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString("base64")}`;
  const raw: Rest["raw"] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has("authorization")) headers.set("authorization", authorization);
    return carrier.fetch(new Request(ORIGIN + path, { ...init, headers }));
  };
  return {
    raw,
    get: async (path) => read(await raw(path.startsWith("/v1") ? path : ACCOUNT + path)),
    send: async (fields) => {
      const form = new URLSearchParams();
      for (const [name, value] of Object.entries(fields)) {
        for (const each of typeof value === "string" ? [value] : value) form.append(name, each);
      }
      return read(await raw(`${ACCOUNT}/Messages.json`, { method: "POST", body: form }));
    },
  };
}

async function read(response: Response): Promise<Answer> {
  const body: unknown = response.status === 204 ? {} : await response.json();
  return { status: response.status, body: typeof body === "object" && body !== null ? { ...body } : {} };
}
