/** @jsxImportSource hono/jsx/dom */
// One message in the thread.
import type { ThreadMessage } from "../wire.ts";
import { send } from "./api.ts";
import { Icon, Ticks } from "./icons.tsx";
import { showTime } from "./times.ts";

export type BubbleProps = { message: ThreadMessage; number: string; zone: string; newest: boolean };

export function Bubble({ message, number, zone, newest }: BubbleProps) {
  const mine = message.by === "handset";
  return (
    <li class={`message ${message.by}`}>
      {message.by === "carrier" ? <span class="sender">From the carrier, not the product</span> : null}
      <div class="bubble" title={`${message.sid} · ${message.state}`}>
        {message.pictures.map((picture) => (
          <Picture key={picture.url} {...picture} />
        ))}
        {message.location === undefined ? null : <Place {...message.location} />}
        {message.body === "" ? null : <p dir="auto">{message.body}</p>}
        <span class="meta">
          <time>{showTime(message.at, zone)}</time>
          {mine ? <Ticks state={message.state} /> : null}
        </span>
      </div>
      {message.options.length === 0 ? null : <Options message={message} number={number} />}
      {newest && message.by === "product" ? <span class="reported">reported as {message.state}</span> : null}
      {message.state === "unheard" ? <span class="reported trouble">the product did not take it</span> : null}
    </li>
  );
}

function Picture({ url, contentType }: { url: string; contentType: string }) {
  if (contentType.startsWith("image/")) return <img class="picture" src={url} alt="Picture" loading="lazy" />;
  return (
    <a class="attachment" href={url} target="_blank" rel="noreferrer">
      <Icon name="clip" /> {contentType}
    </a>
  );
}

function Place({ latitude, longitude, label }: { latitude: number; longitude: number; label?: string }) {
  return (
    <span class="place">
      <Icon name="pin" />
      <span>
        <strong>{label ?? "Location"}</strong>
        <small>
          {latitude.toFixed(4)}, {longitude.toFixed(4)}
        </small>
      </span>
    </span>
  );
}

function Options({ message, number }: { message: ThreadMessage; number: string }) {
  return (
    <div class="options" role="group" aria-label="Replies to tap">
      {message.options.map(({ id, title, description, kind }) => (
        <button
          type="button"
          key={id}
          class={kind}
          onClick={() => void send({ kind: "tap", number, sid: message.sid, title })}
        >
          {kind === "button" ? <Icon name="reply" /> : null}
          <span>
            {title}
            {description === undefined ? null : <small>{description}</small>}
          </span>
        </button>
      ))}
    </div>
  );
}
