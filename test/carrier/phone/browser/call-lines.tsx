/** @jsxImportSource hono/jsx/dom */
// What is heard and done during a call, line by line, and read aloud to whoever wants that.
import { useEffect, useRef, useState } from "hono/jsx/dom";
import type { CallLine, PhoneCall } from "../wire.ts";

const ALOUD_KEY = "partyline.phone.aloud";
const canSpeak = "speechSynthesis" in window;

export function CallLines({ call }: { call: PhoneCall }) {
  const list = useRef<HTMLOListElement>(null);
  const [aloud, setAloud] = useState(localStorage.getItem(ALOUD_KEY) === "yes");
  const { lines, state } = call;
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
    const last = lines.at(-1);
    if (aloud && last !== undefined && state !== "over") readAloud(last);
  }, [call.sid, lines.length]);
  useEffect(() => {
    if (canSpeak && (state === "over" || !aloud)) speechSynthesis.cancel();
  }, [state, aloud]);

  return (
    <>
      <ol class="call-lines" ref={list} aria-live="polite" aria-label="What is heard" tabindex={0}>
        {lines.map((line, index) => (
          <li
            key={String(index)}
            class={
              index === lines.length - 1 && line.by === "machine" && state === "talking"
                ? "by-machine speaking"
                : `by-${line.by}`
            }
          >
            <p dir="auto" {...(line.language === undefined ? {} : { lang: line.language })}>
              {line.text}
            </p>
            {line.language === undefined ? null : <small>{line.language}</small>}
          </li>
        ))}
      </ol>
      {canSpeak ? (
        <label class="check aloud">
          <input
            type="checkbox"
            checked={aloud}
            onChange={() => {
              localStorage.setItem(ALOUD_KEY, aloud ? "no" : "yes");
              setAloud(!aloud);
            }}
          />
          Read aloud what is heard
        </label>
      ) : null}
    </>
  );
}

function readAloud(line: CallLine): void {
  if (!canSpeak || (line.by !== "machine" && line.by !== "other")) return;
  const utterance = new SpeechSynthesisUtterance(line.text);
  if (line.language !== undefined) utterance.lang = line.language;
  speechSynthesis.speak(utterance);
}
