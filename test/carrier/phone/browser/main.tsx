/** @jsxImportSource hono/jsx/dom */
// The phone page: three panels side by side, or one at a time on a narrow screen.
import { render } from "hono/jsx/dom";
import { ClockStrip } from "./clock-strip.tsx";
import { followCalls } from "./follow-calls.ts";
import { Device } from "./device.tsx";
import { Icon } from "./icons.tsx";
import { Network } from "./network.tsx";
import { People } from "./people.tsx";
import { listen, setState, type View } from "./store.ts";
import { usePage } from "./use-state.ts";

const VIEWS: readonly [view: View, label: string][] = [
  ["people", "Phones"],
  ["phone", "Messages"],
  ["network", "Network"],
];

function Page() {
  const { view } = usePage();
  return (
    <div class={`page view-${view}`}>
      <ClockStrip />
      <main>
        <People />
        <Device />
        <Network />
      </main>
      <nav class="views" aria-label="Panels">
        {VIEWS.map(([each, label]) => (
          <button
            type="button"
            key={each}
            aria-current={each === view ? "true" : "false"}
            onClick={() => setState({ view: each })}
          >
            <Icon name={each} />
            {label}
          </button>
        ))}
      </nav>
    </div>
  );
}

const root = document.querySelector("#phone");
if (root instanceof HTMLElement) {
  listen();
  followCalls();
  render(<Page />, root);
}
