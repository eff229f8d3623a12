/** @jsxImportSource hono/jsx/dom */
// The way to the product's own chat page.
import { useState } from "hono/jsx/dom";
import { Icon } from "./icons.tsx";
import { usePage } from "./use-state.ts";

const FLOW_KEY = "partyline.phone.flow";

export function WebChat() {
  const { world } = usePage();
  const [typed, setTyped] = useState(localStorage.getItem(FLOW_KEY) ?? "");
  const flow = typed || (world?.chatFlows[0] ?? "");
  const remember = (value: string): void => {
    localStorage.setItem(FLOW_KEY, value);
    setTyped(value);
  };
  return (
    <div class="web-chat">
      <label for="flow">Web chat with the flow</label>
      <input
        id="flow"
        list="flows"
        value={flow}
        placeholder="flow"
        autocomplete="off"
        spellcheck={false}
        onInput={(event: Event) =>
          event.target instanceof HTMLInputElement && remember(event.target.value.trim())
        }
      />
      <datalist id="flows">
        {(world?.chatFlows ?? []).map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
      <a
        class="button"
        href={flow === "" ? undefined : `${world?.productUrl ?? ""}/chat/${encodeURIComponent(flow)}`}
        aria-disabled={flow === "" ? "true" : "false"}
        target="_blank"
        rel="noreferrer"
      >
        Open <Icon name="out" />
      </a>
    </div>
  );
}
