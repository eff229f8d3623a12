// Components that follow the page's state.
import { useEffect, useState } from "hono/jsx/dom";
import { getState, type State, subscribe } from "./store.ts";

export function usePage(): State {
  const [state, setState] = useState(getState());
  useEffect(() => {
    setState(getState());
    return subscribe(() => setState(getState()));
  }, []);
  return state;
}

/** Renders again every second, for what shows the time. */
export function useSeconds(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
}
