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
