// The page's commands to the carrier.
import type {
  CallCommand,
  ClockCommand,
  ClockReading,
  PhoneSwitches,
  SendCommand,
  Switches,
} from "../wire.ts";
import { takeClock } from "./store.ts";

/** Throws with what the carrier said when it refuses. */
export async function post(path: string, body: unknown): Promise<Response> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(await response.text());
  return response;
}

export async function send(command: SendCommand): Promise<void> {
  await post("/sim/send", command);
}

export async function callOut(command: CallCommand): Promise<void> {
  await post("/sim/call", command);
}

export async function addPerson(person: { number: string; name: string }): Promise<void> {
  const zone = browserZone();
  await post("/sim/people", { ...person, zone });
}

export async function turnSwitches(switches: Switches): Promise<void> {
  await post("/sim/switches", switches);
}

export async function turnPhone(number: string, switches: PhoneSwitches): Promise<void> {
  await post("/sim/phone", { number, ...switches });
}

export async function readClock(): Promise<void> {
  const response = await fetch("/sim/clock");
  const clock: ClockReading = await response.json();
  takeClock(clock);
}

export async function moveClock(command: ClockCommand): Promise<void> {
  const response = await post("/sim/clock", command);
  const clock: ClockReading = await response.json();
  takeClock(clock);
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
