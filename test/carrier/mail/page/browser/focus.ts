// On a narrow screen the panel that was used goes away, and the focus with it: it is brought along.
import type { Panel } from "./choice.ts";

/** As in frame.css. */
const WIDE = "(min-width: 960px)";

/** Where the focus goes in each panel: to what is chosen there, else to the way back. */
const TARGETS: Readonly<Record<Panel, string>> = {
  boxes: ".boxes [aria-current='true']",
  list: ".list [aria-current='true'], .list .back",
  reading: ".reading .back",
};

/** Does nothing where all panels stand side by side. */
export function focusIn(panel: Panel): void {
  if (matchMedia(WIDE).matches) return;
  requestAnimationFrame(() => {
    const found = document.querySelectorAll(TARGETS[panel]);
    const target = found.item(found.length - 1);
    if (target instanceof HTMLElement) target.focus();
  });
}
