// Counts what React draws: a page that draws little for a keystroke is quick on every machine, however busy this one is.
import type { Page } from "playwright-core";

declare global {
  interface Window {
    drawn?: number;
  }
}

/** A part of React's tree, as its developer tools see it. */
interface Fiber {
  readonly alternate: Fiber | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  /** The first bit: it was drawn in its latest commit. */
  readonly flags: number;
}

/** Before the first page of it is opened. */
export async function countRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const countIn = (fiber: Fiber): number => {
      const { alternate, flags } = fiber;
      let drawn = alternate === null || flags % 2 === 1 ? 1 : 0;
      // The same child as before: nothing below was looked at.
      if (alternate !== null && alternate.child === fiber.child) return drawn;
      for (let child = fiber.child; child !== null; child = child.sibling) drawn += countIn(child);
      return drawn;
    };
    Object.assign(globalThis, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberUnmount: () => {},
        onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => {
          window.drawn = (window.drawn ?? 0) + countIn(root.current);
        },
      },
    });
  });
}

/** Parts of the page that were drawn since the last time somebody asked. */
export async function takeRenders(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { drawn = 0 } = window;
    window.drawn = 0;
    return drawn;
  });
}
