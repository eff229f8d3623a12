// Times as the page shows them: the product's clock in the person's zone.
import { browserZone } from "./api.ts";
import type { State } from "./store.ts";

/** Epoch ms on the product's clock at this moment. */
export function productNow({ clock }: State): number {
  return clock === undefined ? Date.now() : clock.now + (Date.now() - clock.readAt);
}

export function zoneOf(state: State): string {
  return state.world?.people.find(({ number }) => number === state.number)?.zone ?? browserZone();
}

export function showTime(at: number, zone: string): string {
  return format(at, zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

export function showSeconds(at: number, zone: string): string {
  return format(at, zone, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
}

export function showDay(at: number, zone: string): string {
  return format(at, zone, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
}

export function showLongDay(at: number, zone: string): string {
  return format(at, zone, { weekday: "long", day: "numeric", month: "long" });
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(at);
}
