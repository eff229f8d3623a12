/** @jsxImportSource hono/jsx/dom */
// The phone in hand: whose it is, which line it writes to, and the conversation.
import { useRef } from "hono/jsx/dom";
import type { PhoneLine } from "../wire.ts";
import { callOut } from "./api.ts";
import { Avatar } from "./avatar.tsx";
import { CallScreen } from "./call-screen.tsx";
import { Icon, Signal } from "./icons.tsx";
import { Composer } from "./composer.tsx";
import { AddPerson } from "./people.tsx";
import { chooseLine, type State } from "./store.ts";
import { Thread } from "./thread.tsx";
import { productNow, showTime, zoneOf } from "./times.ts";
import { usePage, useSeconds } from "./use-state.ts";

export function Device() {
  const state = usePage();
  const line = state.world?.lines.find(({ address }) => address === state.line);
  const owner = state.world?.people.find(({ number }) => number === state.number);
  const name = owner?.name ?? state.number;
  const off = state.thread !== undefined && state.thread.phone.power === "off";
  return (
    <section class={`device ${line?.channel ?? "sms"}`} aria-label="Phone">
      <div class="screen">
        <StatusBar state={state} owner={name} off={off} />
        {state.call === undefined ? null : <CallScreen call={state.call} state={state} />}
        {state.call !== undefined ? null : state.number === "" || line === undefined ? (
          <div class="welcome">
            <h2>Whose phone is this?</h2>
            <p>Any number will do; nothing leaves this machine.</p>
            <AddPerson />
          </div>
        ) : (
          <Conversation state={state} line={line} owner={name} />
        )}
      </div>
    </section>
  );
}

function StatusBar({ state, owner, off }: { state: State; owner: string; off: boolean }) {
  useSeconds();
  return (
    <div class="status-bar">
      <span>{showTime(productNow(state), zoneOf(state))}</span>
      <span class="owner">{owner}</span>
      <span class="signal">{off ? "switched off" : <Signal />}</span>
    </div>
  );
}

function Conversation({ state, line, owner }: { state: State; line: PhoneLine; owner: string }) {
  return (
    <>
      <LineTabs lines={state.world?.lines ?? []} chosen={line} />
      <div class="conversation-head">
        <Avatar name={line.name} />
        <div>
          <h2>{line.name}</h2>
          <p>
            {line.address.replace("whatsapp:", "")} · {kindName(line)}
          </p>
        </div>
        <span class="as">as {owner}</span>
        {line.channel === "sms" && line.address.startsWith("+") ? (
          <button
            type="button"
            class="icon-button call-button"
            title={`Call ${line.name}`}
            onClick={() => void callOut({ kind: "dial", number: state.number, line: line.address })}
          >
            <Icon name="call" />
            <span class="unseen">Call {line.name}</span>
          </button>
        ) : null}
      </div>
      <Thread state={state} />
      <Composer key={`${state.number} ${line.address}`} number={state.number} line={line} />
    </>
  );
}

/** Arrow keys move between the lines, as between tabs. */
function LineTabs({ lines, chosen }: { lines: PhoneLine[]; chosen: PhoneLine }) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = (lines.indexOf(chosen) + step + lines.length) % lines.length;
    chooseLine(lines[index]?.address ?? chosen.address);
    const tab = list.current?.children[index];
    if (tab instanceof HTMLElement) tab.focus();
  };
  return (
    <div class="line-tabs" role="tablist" aria-label="Lines" ref={list} onKeyDown={onKeyDown}>
      {lines.map((line) => (
        <button
          type="button"
          role="tab"
          key={line.address}
          class={line.channel}
          aria-selected={line === chosen ? "true" : "false"}
          tabindex={line === chosen ? 0 : -1}
          onClick={() => chooseLine(line.address)}
        >
          <span class="channel">{line.channel === "whatsapp" ? "WhatsApp" : "SMS"}</span>
          {line.name}
        </button>
      ))}
    </div>
  );
}

function kindName({ kind }: PhoneLine): string {
  return {
    "long-code": "SMS, long code",
    "toll-free": "SMS, toll-free",
    "short-code": "SMS, short code",
    "messaging-service": "SMS, messaging service",
    whatsapp: "WhatsApp",
    "whatsapp-sandbox": "WhatsApp sandbox",
  }[kind];
}
