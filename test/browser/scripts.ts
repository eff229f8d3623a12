// What a page makes a browser fetch of code, as it weighs on the way: gzip, in KiB.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { ROOT } from "../../worker/cli/checkout.ts";

/** Goes somewhere; returns the weight of each script that took, by its address. One that the browser has already counts as well. */
export async function weighScripts(
  page: Page,
  go: () => Promise<void>,
): Promise<ReadonlyMap<string, number>> {
  const weights = new Map<string, number>();
  const note = (request: { url(): string }): void => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js"))
      weights.set(pathname, gzipSync(readFileSync(join(ROOT, "admin-ui/dist", pathname))).length / 1024);
  };
  page.on("request", note);
  await go();
  page.off("request", note);
  return weights;
}

export function sum(weights: Iterable<number>): number {
  return [...weights].reduce((total, kib) => total + kib, 0);
}
