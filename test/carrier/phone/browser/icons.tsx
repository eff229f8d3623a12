/** @jsxImportSource hono/jsx/dom */
// Drawn here so that the page needs nothing from elsewhere.

const PATHS = {
  send: "M3 20.5 21.5 12 3 3.500v6.600L14 12 3 13.900z",
  clip: "M8 12.500 14.500 6a3 3 0 0 1 4.200 4.200l-8.400 8.400a5 5 0 0 1-7.100-7.100L11 3.700",
  pin: "M12 21s-6.500-6.200-6.500-11a6.500 6.500 0 0 1 13 0c0 4.800-6.500 11-6.500 11zm0-8.700a2.300 2.300 0 1 0 0-4.600 2.300 2.300 0 0 0 0 4.600z",
  people:
    "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zm-6.500 9a6.500 6.500 0 0 1 13 0M16 4.300a3.500 3.500 0 0 1 0 6.400M18 14.500a6.500 6.500 0 0 1 3.500 5.500",
  phone: "M8 2.500h8a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zm3 16h2",
  call: "M6.500 3.500 9.500 3l2 5-2.200 1.700a11 11 0 0 0 5 5L16 12.500l5 2-.500 3a3 3 0 0 1-3 2.500A14 14 0 0 1 4 6.500a3 3 0 0 1 2.500-3z",
  network: "M4 18v2M9 14v6M14 9v11M19 4v16",
  out: "M14 4h6v6M20 4l-9 9M10 5H5a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-5",
  mail: "M4 5.500h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.500 7l8.500 6.500L20.500 7",
  back: "M14.500 5l-7 7 7 7",
  save: "M12 4v11m-4.500-4.500L12 15l4.500-4.500M5 19.500h14",
  reply: "M4 12h10a6 6 0 0 1 6 6M9 7l-5 5 5 5",
} as const;

const FILLED: ReadonlySet<string> = new Set(["send"]);

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={FILLED.has(name) ? "icon filled" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Four bars and a battery: the phone is on. */
export function Signal() {
  return (
    <svg class="signal-bars" viewBox="0 0 44 12" role="img" aria-label="On">
      {[0, 1, 2, 3].map((bar) => (
        <rect key={String(bar)} x={bar * 4.5} y={8 - bar * 2.4} width="3" height={4 + bar * 2.4} rx="1" />
      ))}
      <rect x="22.5" y="1.5" width="18" height="9.500" rx="2.500" class="battery" />
      <rect x="24.5" y="3.500" width="12" height="5.500" rx="1.200" />
      <rect x="41.500" y="4.500" width="1.800" height="3.500" rx="0.9" />
    </svg>
  );
}

/** One tick: with the carrier. Two: the product heard it. A cross: it did not. */
export function Ticks({ state }: { state: string }) {
  const label = { heard: "Delivered", unheard: "Not delivered", sending: "Sent" }[state] ?? state;
  return (
    <svg class={`ticks ${state}`} viewBox="0 0 20 12" role="img" aria-label={label}>
      {state === "unheard" ? <path d="M5 2l8 8M13 2l-8 8" /> : <path d="M1.500 6.500 5 10l8-8.500" />}
      {state === "heard" ? <path d="m8.500 9 1 1 8-8.500" /> : null}
    </svg>
  );
}
