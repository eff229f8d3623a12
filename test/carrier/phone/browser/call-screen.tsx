/** @jsxImportSource hono/jsx/dom */
// The telephone while somebody calls: who it is, what is heard, and what a person can do about it.
import { useState } from "hono/jsx/dom";
import type { PhoneCall } from "../wire.ts";
import { callOut } from "./api.ts";
import { Avatar } from "./avatar.tsx";
import { CallLines } from "./call-lines.tsx";
import { Icon } from "./icons.tsx";
import { Keypad } from "./keypad.tsx";
import { dismissCall, type State } from "./store.ts";
import { productNow } from "./times.ts";
import { useSeconds } from "./use-state.ts";

export function CallScreen({ call, state }: { call: PhoneCall; state: State }) {
  const [problem, setProblem] = useState("");
  const { number } = state;
  const attempt = async (command: Parameters<typeof callOut>[0]): Promise<void> => {
    try {
      await callOut(command);
      setProblem("");
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const isIncoming = call.direction === "incoming" && call.state === "ringing";
  const isSilent = call.state === "over" && call.lines.length === 0;
  return (
    <section class={isIncoming ? "call incoming" : `call ${call.state}`} aria-label="Call">
      <header>
        <Avatar name={call.name} />
        <div>
          <h2>{call.name}</h2>
          <p>{call.number === call.name ? "" : call.number}</p>
        </div>
        <p class="call-state" role="status">
          <CallState call={call} state={state} />
        </p>
      </header>
      {isIncoming || isSilent ? null : <CallLines call={call} />}
      <p class="problem" role="alert">
        {problem}
      </p>
      {call.state === "over" || isIncoming ? null : (
        <Keypad
          press={(key) => void attempt({ kind: "press", number, key })}
          wanted={call.wants === "keys"}
        />
      )}
      {call.state === "over" || isIncoming ? null : (
        <Speak
          hint={call.wants === "message" ? "Your message" : "Say something"}
          speak={(text) => attempt({ kind: "speak", number, text })}
        />
      )}
      <div class="call-ends">
        {isIncoming ? (
          <button type="button" class="answer" onClick={() => void attempt({ kind: "answer", number })}>
            <Icon name="call" /> Answer
          </button>
        ) : null}
        {call.state === "over" ? (
          <button type="button" class="close" onClick={dismissCall}>
            Close
          </button>
        ) : (
          <button type="button" class="hang-up" onClick={() => void attempt({ kind: "hang-up", number })}>
            <Icon name="call" /> {isIncoming ? "Reject" : "Hang up"}
          </button>
        )}
      </div>
    </section>
  );
}

function CallState({ call, state }: { call: PhoneCall; state: State }) {
  useSeconds();
  if (call.state === "over") return <>{call.ending}</>;
  if (call.state === "ringing") return <>{call.direction === "incoming" ? "is calling you" : "Calling …"}</>;
  const seconds = Math.max(0, Math.floor((productNow(state) - (call.answeredAt ?? 0)) / 1000));
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <>
      {call.partner === null ? "" : `with ${call.partner}, `}
      {length}
    </>
  );
}

function Speak({ hint, speak }: { hint: string; speak: (text: string) => Promise<void> }) {
  const [text, setText] = useState("");
  const submit = (event: Event): void => {
    event.preventDefault();
    const said = text.trim();
    if (said === "") return;
    setText("");
    void speak(said);
  };
  return (
    <form class="speak" onSubmit={submit}>
      <input
        value={text}
        placeholder={hint}
        aria-label={hint}
        autocomplete="off"
        maxlength={2000}
        onInput={(event: Event) => {
          if (event.target instanceof HTMLInputElement) setText(event.target.value);
        }}
      />
      <button type="submit">Say</button>
    </form>
  );
}
