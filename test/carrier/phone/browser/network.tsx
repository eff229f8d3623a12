/** @jsxImportSource hono/jsx/dom */
// The network between the phone and the product: its switches, and what goes over the wire.
import type { PhoneSwitches, Switches } from "../wire.ts";
import { turnPhone, turnSwitches } from "./api.ts";
import { type Choice, Picker } from "./picker.tsx";
import { usePage } from "./use-state.ts";
import { Wire } from "./wire-list.tsx";

const SPEEDS: Choice<string>[] = [
  ["0", "Instant"],
  ["700", "Lifelike"],
  ["5000", "Slow: 5 s a step"],
];
const WEBHOOKS: Choice<Switches["webhooks"]>[] = [
  ["normal", "Arrive once"],
  ["doubled", "Twice, same token"],
  ["doubled-anew", "Twice, another token"],
  ["answers-lost", "Answers get lost"],
  ["unreachable", "Never arrive"],
];
const CALLBACKS: Choice<Switches["callbacks"]>[] = [
  ["normal", "In order"],
  ["doubled", "Twice"],
  ["late", "8 seconds late"],
  ["shuffled", "In any order"],
  ["dropped", "Dropped"],
];
const POWERS: Choice<PhoneSwitches["power"]>[] = [
  ["on", "On"],
  ["off", "Switched off"],
  ["unreachable", "Unreachable (30003)"],
  ["landline", "A landline (30006)"],
];

const CALLS: Choice<PhoneSwitches["calls"]>[] = [
  ["rings", "Rings: answer it yourself"],
  ["accepts", "Answers and presses 1"],
  ["mailbox", "A mailbox answers"],
  ["busy", "Busy"],
  ["no-such-number", "No such number (13224)"],
];

export function Network() {
  const { world, thread, number } = usePage();
  const switches = world?.switches;
  const phone = thread?.phone;
  return (
    <section class="network" aria-label="Network">
      <h2>Network</h2>
      {switches === undefined ? null : (
        <div class="switches">
          <Picker
            label="Delay"
            choices={SPEEDS}
            value={String(switches.delayMs)}
            choose={(value) => turnSwitches({ ...switches, delayMs: Number(value) })}
          />
          <Picker
            label="Webhooks"
            alarming
            choices={WEBHOOKS}
            value={switches.webhooks}
            choose={(webhooks) => turnSwitches({ ...switches, webhooks })}
          />
          <Picker
            label="Receipts"
            alarming
            choices={CALLBACKS}
            value={switches.callbacks}
            choose={(callbacks) => turnSwitches({ ...switches, callbacks })}
          />
        </div>
      )}
      {phone === undefined ? null : (
        <div class="switches">
          <Picker
            label="This phone"
            alarming
            choices={POWERS}
            value={phone.power}
            choose={(power) => turnPhone(number, { ...phone, power })}
          />
          <Picker
            label="When called"
            choices={CALLS}
            value={phone.calls}
            choose={(calls) => turnPhone(number, { ...phone, calls })}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={phone.reads}
              onChange={() => void turnPhone(number, { ...phone, reads: !phone.reads })}
            />
            Tells WhatsApp what was read
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={phone.hides}
              onChange={() => void turnPhone(number, { ...phone, hides: !phone.hides })}
            />
            Hides its number when it calls
          </label>
        </div>
      )}
      <Wire />
    </section>
  );
}
