/** @jsxImportSource hono/jsx/dom */
// The product's clock, and the jumps that make tomorrow come.
import { useEffect, useState } from "hono/jsx/dom";
import type { ClockCommand } from "../wire.ts";
import { moveClock, readClock } from "./api.ts";
import { Icon } from "./icons.tsx";
import { productNow, showDay, showSeconds, zoneOf } from "./times.ts";
import { usePage, useSeconds } from "./use-state.ts";

const HOUR_MS = 60 * 60 * 1000;
const REREAD_MS = 30_000;

const PAGES = [
  { name: "phone", label: "Phone", path: "/" },
  { name: "mail", label: "Mail", path: "/mail" },
] as const;

export function ClockStrip({ here = "phone" }: { here?: "phone" | "mail" }) {
  const state = usePage();
  useSeconds();
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    void readClock();
    const timer = setInterval(() => void readClock(), REREAD_MS);
    return () => clearInterval(timer);
  }, []);

  const zone = zoneOf(state);
  const now = productNow(state);
  const jump = async (command: ClockCommand): Promise<void> => {
    setMoving(true);
    try {
      await moveClock(command);
    } finally {
      setMoving(false);
    }
  };
  const jumps: [label: string, command: ClockCommand][] = [
    ["+1 hour", { advanceMs: HOUR_MS }],
    ["+1 day", { advanceMs: 24 * HOUR_MS }],
    ["Next morning 09:00", { until: "next-morning", zone }],
  ];
  const problem = state.online ? state.clock?.problem : "The carrier does not answer.";

  return (
    <header class="clock-strip">
      <div class="brand">
        <img src="/phone.svg" alt="" width="28" height="28" />
        <h1>Partyline {here}</h1>
      </div>
      <Pages here={here} unread={(state.mail?.boxes ?? []).reduce((sum, { unread }) => sum + unread, 0)} />
      <div class="clock">
        <span class="clock-label">Product’s time</span>
        <time datetime={new Date(now).toISOString()}>
          <span class="day">{showDay(now, zone)}</span> <span class="hour">{showSeconds(now, zone)}</span>
        </time>
        <span class="zone">{zone.replaceAll("_", " ")}</span>
      </div>
      <div class="jumps" role="group" aria-label="Jump in time">
        {jumps.map(([label, command]) => (
          <button type="button" key={label} disabled={moving} onClick={() => void jump(command)}>
            {label}
          </button>
        ))}
      </div>
      <p class="problem" role="status">
        {problem ?? ""}
      </p>
    </header>
  );
}

function Pages({ here, unread }: { here: "phone" | "mail"; unread: number }) {
  return (
    <nav class="pages" aria-label="Pages">
      {PAGES.map(({ name, label, path }) => (
        <a key={name} href={path} aria-current={name === here ? "page" : "false"}>
          <Icon name={name} />
          {label}
          {name === "mail" && unread > 0 ? (
            <span class="count">
              {unread}
              <span class="unseen"> unread</span>
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}
