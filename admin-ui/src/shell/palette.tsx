// Ctrl+K: anywhere in a few letters. What it takes is fetched when it is first opened.
import { lazy, Suspense, useEffect, useState } from "react";

const Commands = lazy(() => import("./commands.tsx"));

const OPEN = "partyline:palette";

export function openPalette(): void {
  window.dispatchEvent(new Event(OPEN));
}

export function Palette() {
  const [opens, setOpens] = useState(0);
  useEffect(() => {
    const open = (): void => setOpens((count) => count + 1);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener(OPEN, open);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(OPEN, open);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  if (opens === 0) return null;
  return (
    <Suspense fallback={null}>
      <Commands opens={opens} />
    </Suspense>
  );
}
