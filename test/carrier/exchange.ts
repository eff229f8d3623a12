// The carrier's whole state in one place; everything else here is a function of it.
import { createClock, type Clock } from "./clock.ts";
import type { Content } from "./content/content.ts";
import { createFaults, type Faults } from "./faults.ts";
import type { HandsetState } from "./handset-state.ts";
import type { CarrierLine } from "./line.ts";
import { createLog, type CarrierLog } from "./log.ts";
import type { Message } from "./message.ts";
import type { CarrierOptions } from "./options.ts";
import { createVoiceExchange, type VoiceExchange } from "./voice/exchange.ts";
import { createOutstanding, type Outstanding } from "./outstanding.ts";
import { createMint, type Mint } from "./sid.ts";

export type Exchange = {
  account: { sid: string; authToken: string; apiKey: string; apiSecret: string };
  productUrl: string;
  deliver: (request: Request) => Promise<Response>;
  adminToken: string | undefined;
  approvals: "at-once" | "by-hand";
  lines: readonly CarrierLine[];
  clock: Clock;
  random: () => number;
  mint: Mint;
  /** Mutable: the phone page's network switch turns it. */
  pace: { delayMs: number };
  faults: Faults;
  log: CarrierLog;
  outstanding: Outstanding;
  messages: Map<string, Message>;
  handsets: Map<string, HandsetState>;
  /** Pairs that texted STOP, as `scope handset`. */
  blocks: Set<string>;
  contents: Map<string, Content>;
  voice: VoiceExchange;
};

export function createExchange(options: CarrierOptions): Exchange {
  const clock = createClock(options.now ?? Date.now);
  return {
    account: {
      sid: options.accountSid,
      authToken: options.authToken,
      apiKey: options.apiKey,
      apiSecret: options.apiSecret,
    },
    productUrl: options.productUrl.replace(/\/$/, ""),
    deliver: options.deliver ?? ((request) => fetch(request)),
    adminToken: options.adminToken,
    approvals: options.approvals ?? "at-once",
    lines: options.lines,
    clock,
    random: options.random,
    mint: createMint(options.random),
    pace: { delayMs: options.delayMs ?? 0 },
    faults: createFaults(),
    log: createLog(clock.now),
    outstanding: createOutstanding(),
    messages: new Map(),
    handsets: new Map(),
    blocks: new Set(),
    contents: new Map(),
    voice: createVoiceExchange({
      passTime:
        options.passTime ??
        ((byMs) => {
          clock.advance(byMs);
          return Promise.resolve();
        }),
      isLive: options.now === undefined,
    }),
  };
}

export function findLine(exchange: Exchange, address: string): CarrierLine | undefined {
  return exchange.lines.find((line) => line.address === address);
}
