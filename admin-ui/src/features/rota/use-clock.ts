// What time it is for the product: a demo's clock may be days ahead of this machine's.
import { useEffect, useState } from "react";
import { useOnCall } from "./use-rota.ts";

/** As often as the line of today has to move. */
const TICK_MS = 30_000;

/** Epoch milliseconds, moving on by itself; null until it is known. */
export function useClock(groupId: string): number | null {
  const { data, dataUpdatedAt, isError } = useOnCall(groupId, undefined);
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (data === undefined) return isError ? here : null;
  return Date.parse(data.at) + Math.max(0, here - dataUpdatedAt);
}
