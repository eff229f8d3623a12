/** @jsxImportSource hono/jsx/dom */
// What goes over the wire between the carrier and the product, newest first.
import type { WireNote } from "../wire.ts";
import { showSeconds, zoneOf } from "./times.ts";
import { usePage } from "./use-state.ts";

export function Wire() {
  const state = usePage();
  const zone = zoneOf(state);
  return (
    <div class="wire">
      <h3>On the wire</h3>
      {state.wire.length === 0 ? <p class="hint">Webhooks, replies and receipts appear here.</p> : null}
      <ol>
        {state.wire.map((note) => (
          <li key={String(note.id)} class={note.tone}>
            <time>{showSeconds(note.at, zone)}</time>
            <strong>{note.title}</strong>
            <span>{note.detail}</span>
            <Details note={note} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Details({ note }: { note: WireNote }) {
  if (note.form === undefined) return null;
  return (
    <details>
      <summary>{note.form.length} fields</summary>
      <dl>
        {note.form.flatMap(([name, value]) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      {note.answer === undefined || note.answer === "" ? null : <pre>{note.answer}</pre>}
    </details>
  );
}
