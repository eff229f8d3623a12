// Now, by the clock of the product: in the demo it may be days ahead of this machine's. It moves on by the half minute, so
// that "3 minutes ago" stays true and nothing on the page jumps in between.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";
import { useSession } from "./use-session.ts";

const TICK_MS = 30_000;

/** Epoch milliseconds. */
export function useNow(): number {
  const [here, setHere] = useState(() => Date.now());
  const isDemo = useSession().data?.isDemo === true;
  const { data: aheadMs = 0 } = useQuery({
    queryKey: ["demo", "ahead"] satisfies Key,
    queryFn: async () => Date.parse((await ask(api.v1.demo.clock.$get())).now) - Date.now(),
    enabled: isDemo,
  });
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return here + aheadMs;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "12 min", "3 h 5 min", "2 days": how long something takes or is ago. */
export function span(ms: number): string {
  if (ms < MINUTE_MS) return "under a minute";
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) {
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return `${Math.floor(ms / HOUR_MS)} h${minutes === 0 ? "" : ` ${minutes} min`}`;
  }
  const days = Math.floor(ms / DAY_MS);
  return days === 1 ? "1 day" : `${days} days`;
}
