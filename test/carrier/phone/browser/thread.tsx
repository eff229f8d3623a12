/** @jsxImportSource hono/jsx/dom */
// The conversation between the phone in hand and one line.
import { Fragment, useEffect, useRef } from "hono/jsx/dom";
import { Bubble } from "./bubble.tsx";
import type { State } from "./store.ts";
import { showLongDay, zoneOf } from "./times.ts";

export function Thread({ state }: { state: State }) {
  const list = useRef<HTMLOListElement>(null);
  const messages = (state.thread?.messages ?? []).filter((message) => message.line === state.line);
  const zone = zoneOf(state);
  const last = messages.at(-1);
  const showNewest = (): void => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  };
  useEffect(showNewest, [last?.sid, last?.state, state.line, state.number]);
  useEffect(() => {
    // A picture takes its room only when it has come; load events do not bubble.
    list.current?.addEventListener("load", showNewest, true);
  }, []);

  return (
    <ol class="thread" ref={list} aria-live="polite" aria-label="Messages" tabindex={0}>
      {messages.length === 0 ? <li class="empty">No messages with this line yet.</li> : null}
      {messages.map((message, index) => (
        <Fragment key={message.sid}>
          <DayBreak at={message.at} before={messages[index - 1]?.at} zone={zone} />
          <Bubble
            message={message}
            number={state.number}
            zone={zone}
            newest={index === messages.length - 1}
          />
        </Fragment>
      ))}
      {last?.state === "sending" ? (
        <li class="message product waiting">
          <div class="bubble" aria-label="Waiting for the product">
            <i />
            <i />
            <i />
          </div>
        </li>
      ) : null}
    </ol>
  );
}

function DayBreak({ at, before, zone }: { at: number; before: number | undefined; zone: string }) {
  const day = showLongDay(at, zone);
  if (before !== undefined && showLongDay(before, zone) === day) return null;
  return <li class="day-break">{day}</li>;
}
