// Everything that may go wrong, all at once, drawn by a seed.
import type { CallbackFault, WebhookFault } from "../../carrier/faults.ts";
import { findHandset } from "../../carrier/handset-state.ts";
import { setDelivery } from "../../carrier/handset.ts";
import type { Delivery } from "../../carrier/handset-state.ts";
import { draw } from "./chance.ts";
import type { Mishap, Mishaps } from "./mishaps.ts";
import type { Person } from "./people.ts";
import type { Run } from "./run.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Of calls: often enough that most people meet one, seldom enough that a page comes to its end. */
const MISHAP_SHARE = 0.04;
const STOP_SHARE = 0.1;
const REDELIVERED_SHARE = 0.2;
const AWAY_MS = 2 * MINUTE_MS;
const ALARMS_LOST_SHARE = 0.05;
const STORM_MS = 90_000;

/** A death takes a whole page with it, a failure one call: the more of the latter. */
const ANYWHERE: readonly Mishap[] = [
  ...(["fails-before", "fails-after", "fails-before", "fails-after"] as const),
  ...(["killed-before", "killed-after"] as const),
];
const AT_OBJECTS: readonly Mishap[] = [...ANYWHERE, "evicted-before", "evicted-after"];
/** Where a STOP comes at the worst moment, and a time-out hides what was taken. */
const AT_HAND_OVER: readonly Mishap[] = [
  "fails-before",
  "fails-after",
  "fails-after",
  "killed-after",
  "stopped-before",
];

/** Which mishap, if any, by the place and how often it was reached; just after the launch D1 takes no records at all. */
export function mixedMishaps(seed: number, launchAt: number): Mishaps {
  return ({ site, nth, at }) => {
    if (at < launchAt + AWAY_MS && site.startsWith("d1.batch in worker/actions/project-records"))
      return "fails-before";
    if (draw(seed, "mishap", site, nth) >= MISHAP_SHARE) return null;
    const kinds = /^(?:contact\.claimOffered|twilio\.send)/.test(site)
      ? AT_HAND_OVER
      : /^(?:contact|sender)\./.test(site)
        ? AT_OBJECTS
        : ANYWHERE;
    return kinds[Math.floor(draw(seed, "kind", site, nth) * kinds.length)] ?? null;
  };
}

/** What happens around the calls, from launch until everything is calm. */
export function mixedTrouble(
  seed: number,
  launchAt: number,
  calmAt: number,
): (run: Run, people: readonly Person[]) => void {
  const during = (...key: (string | number)[]) =>
    Math.ceil(launchAt + draw(seed, ...key) * (calmAt - launchAt));
  return (run, people) => {
    const isOn = () => run.time.now() < calmAt;
    for (const { number } of people) {
      // Half of them at once, while the first messages are on their way.
      const rush =
        draw(seed, "rush", number) < 0.5 ? Math.ceil(launchAt + draw(seed, "soon", number) * 20_000) : null;
      if (draw(seed, "stop", number) < STOP_SHARE)
        run.plan(rush ?? during("stop-at", number), () => run.text(number, "STOP"));
      const delivery = deliveryOf(draw(seed, "delivery", number));
      const handset = findHandset(run.door.exchange.handsets, number);
      setDelivery(handset, delivery);
      if (delivery.kind === "off") run.plan(calmAt, () => setDelivery(handset, { kind: "normal" }));
    }
    const { faults } = run.door.exchange;
    let callbacks = 0;
    let webhooks = 0;
    faults.callbacks.take = () =>
      isOn() ? callbackFault(draw(seed, "callback", (callbacks += 1))) : undefined;
    faults.webhooks.take = () => (isOn() ? webhookFault(draw(seed, "webhook", (webhooks += 1))) : undefined);
    for (let at = launchAt; at <= calmAt; at += HOUR_MS / 2)
      run.plan(at, () => faults.heldCallbacks.release((all) => all.toReversed()));
    for (const [storm, at] of [launchAt + 2_000, during("storm", 1), during("storm", 2)].entries())
      run.plan(at, () => {
        run.door.stormUntil = run.time.now() + STORM_MS * (1 + storm);
      });
    run.redelivery = ({ id }) => {
      if (!isOn() || draw(seed, "again", id) >= REDELIVERED_SHARE) return [];
      const times = 1 + Math.floor(draw(seed, "times", id) * 5);
      return Array.from({ length: times }, (_, time) => draw(seed, "delay", id, time) ** 2 * 10 * MINUTE_MS);
    };
    run.isAlarmLost = ({ name, at }) => isOn() && draw(seed, "alarm", name, at) < ALARMS_LOST_SHARE;
  };
}

function deliveryOf(chance: number): Delivery {
  if (chance < 0.02) return { kind: "undelivered", code: 30_005 };
  if (chance < 0.04) return { kind: "undelivered", code: 30_003 };
  if (chance < 0.06) return { kind: "off" };
  if (chance < 0.08) return { kind: "no-receipt" };
  return { kind: "normal" };
}

function callbackFault(chance: number): CallbackFault | undefined {
  if (chance < 0.03) return { kind: "dropped" };
  if (chance < 0.1) return { kind: "repeated", times: 3 };
  if (chance < 0.2) return { kind: "held" };
  if (chance < 0.3) return { kind: "shuffled" };
  return undefined;
}

function webhookFault(chance: number): WebhookFault | undefined {
  if (chance < 0.2) return { kind: "repeated", times: 5, token: "same" };
  if (chance < 0.4) return { kind: "repeated", times: 3, token: "new", together: true };
  if (chance < 0.5) return { kind: "answer-lost" };
  return undefined;
}
