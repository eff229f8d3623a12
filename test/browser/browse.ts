// A browser for a test: contexts of their own, and a page that may not complain.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject } from "vitest";
import type { Place } from "./setup.ts";

/** How long something may take that takes a moment: two cores may be busy with everything else. */
export const PATIENCE_MS = 20_000;

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: "light" | "dark";
  /** A phone: touch, and no mouse that could hover. */
  readonly isTouched?: boolean;
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors in the console that this test means to provoke. */
  readonly forgive: (what: RegExp) => void;
}

/** A fresh browser profile with one empty page. */
export type Arrive = (look?: Look) => Promise<Visit>;

/** Stories need a browser; where there is none they are skipped, and the setup has said why. */
export function stories(about: string, tell: (arrive: Arrive) => void): void {
  describe.skipIf(inject("chromium") === null)(about, () => tell(useBrowser()));
}

/** Where the system of this run is; only inside of stories. */
export function place(): Place {
  return inject("place");
}

/** After each test its pages are closed, and none may have logged an error or broken its policy. */
function useBrowser(): Arrive {
  let browser: Browser;
  let guests = 0;
  let visits: { context: BrowserContext; complaints: string[]; forgiven: RegExp[] }[] = [];

  beforeAll(async () => {
    const endpoint = inject("chromium");
    if (endpoint === null) throw new Error("there is no browser here");
    browser = await chromium.connect(endpoint);
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    const ended = visits;
    visits = [];
    for (const { context } of ended) await context.close();
    const unforgiven = ended.flatMap(({ complaints, forgiven }) =>
      complaints.filter((complaint) => !forgiven.some((what) => what.test(complaint))),
    );
    expect(unforgiven).toEqual([]);
  });

  return async ({ width = 1440, height = 900, colorScheme = "light", isTouched = false } = {}) => {
    guests += 1;
    const context = await browser.newContext({
      // Chats are limited by address: everybody comes from another one (TEST-NET-3).
      extraHTTPHeaders: { "cf-connecting-ip": `203.0.113.${guests % 256}` },
      viewport: { width, height },
      colorScheme,
      hasTouch: isTouched,
      isMobile: isTouched,
      locale: "en-GB",
      timezoneId: "Europe/London",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const complaints: string[] = [];
    const forgiven: RegExp[] = [];
    context.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    context.on("weberror", (error) => complaints.push(error.error().message));
    visits.push({ context, complaints, forgiven });
    const page = await context.newPage();
    return { context, page, forgive: (what) => forgiven.push(what) };
  };
}
