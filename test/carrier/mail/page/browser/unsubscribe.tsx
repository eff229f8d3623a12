/** @jsxImportSource hono/jsx/dom */
// The button that mail programs show for mails that offer it: one click, and the sender is told.
import { useState } from "hono/jsx/dom";
import { unsubscribe } from "./api.ts";

export function Unsubscribe({ id }: { id: string }) {
  const [said, setSaid] = useState("");
  const click = async (): Promise<void> => {
    const status = await unsubscribe(id);
    setSaid(status < 300 ? "Unsubscribed." : `The sender answered ${status}.`);
  };
  return (
    <span class="unsubscribe">
      <button type="button" onClick={() => void click()}>
        Unsubscribe
      </button>
      <span class="hint" role="status">
        {said}
      </span>
    </span>
  );
}
