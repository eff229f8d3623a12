// Before tests with pages: one Chromium for all of them.
import "../../worker/cli/quiet.ts";
import type { TestProject } from "vitest/node";
import { launchChromium } from "./chromium.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where it listens; null where there is none to look with. */
    chromium: string | null;
  }
}

export default async function setUp({ provide }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const launched = await launchChromium();
  if (launched.kind === "launched") {
    provide("chromium", launched.server.wsEndpoint());
    return () => launched.server.close();
  }
  console.warn(`The browser tests are SKIPPED: ${launched.why}. Install Chrome, or name one in CHROME_PATH.`);
  provide("chromium", null);
  return undefined;
}
