// What a call does beyond its screen: the tab's title rings, and the keyboard's digits are the telephone's.
import { callOut } from "./api.ts";
import { getState, type State, subscribe } from "./store.ts";

const TITLE = document.title;

/** Once a page. */
export function followCalls(): void {
  subscribe(() => {
    document.title = titleOf(getState());
  });
  document.addEventListener("keydown", (event) => {
    const { call, number } = getState();
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (isTyping || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (call === undefined || call.state === "over" || !/^[0-9*#]$/.test(event.key)) return;
    // A call that has ended in the meantime takes no keys; the screen says so.
    callOut({ kind: "press", number, key: event.key }).catch(() => undefined);
  });
}

/** A tab in the background says that its telephone rings. */
function titleOf({ call }: State): string {
  if (call === undefined || call.state === "over") return TITLE;
  return call.state === "ringing" && call.direction === "incoming"
    ? `Ringing: ${call.name}`
    : `In a call: ${call.name}`;
}
