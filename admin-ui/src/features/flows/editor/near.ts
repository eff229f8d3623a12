// Which cards stand on the screen or a screen's height from it: the others need nothing that only a hand can reach.
import { useEffect, useState } from "react";
import type { RefObject } from "react";

/** So many fill a tall screen: they are whole from the start. */
const FIRST = 16;
/** A screen above and below: whoever scrolls or tabs on finds them whole. */
const MARGIN = "100% 0px";

const tellers = new WeakMap<Element, (isNear: boolean) => void>();
let observer: IntersectionObserver | null = null;

/** Whether the card is near; one that has the focus keeps what it has. `index`: its place in the list. */
export function useNear(card: RefObject<HTMLElement | null>, index: number): boolean {
  const [isNear, setNear] = useState(index < FIRST);
  useEffect(() => {
    const { current } = card;
    if (current === null) return undefined;
    tellers.set(current, (is) => setNear(is || current.contains(document.activeElement)));
    observer ??= new IntersectionObserver(tell, { rootMargin: MARGIN });
    const watching = observer;
    watching.observe(current);
    return () => watching.unobserve(current);
  }, [card]);
  return isNear;
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const { target, isIntersecting } of entries) tellers.get(target)?.(isIntersecting);
}
