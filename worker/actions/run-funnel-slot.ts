// One slot of a funnel: whoever is due is chosen, once, and each stage among them becomes a campaign.
import { slotAt, slotsLeft } from "#core/funnel/calendar";
import type { Slot } from "#core/funnel/calendar";
import { zoneOf } from "#core/funnel/check";
import { begin } from "#core/funnel/lead";
import type { Member } from "#core/funnel/member";
import { shareOf } from "#core/funnel/share";
import { deriveIdAt } from "#core/id";
import { listDue, writeMoves } from "../db/funnel-members.ts";
import {
  countChosen,
  countSlot,
  findSlot,
  finishSlot,
  listBegun,
  TAKEN_BY,
  takeSlot,
} from "../db/funnel-slots.ts";
import { findPlacedFunnel } from "../db/funnels.ts";
import type { FunnelRow, PlacedFunnel } from "../db/funnels.ts";
import type { Services } from "../services.ts";
import { raiseAlarm } from "./raise-alarm.ts";
import { checkFunnel } from "./check-funnel.ts";
import { beginStage } from "./begin-stage.ts";
import { settleMembers } from "./settle-members.ts";
import { actorOf, steerCampaignsOf } from "./steer-funnel-campaigns.ts";

/** `at` is the slot's own instant. Delivered twice, late or side by side it chooses once; whatever broke in between is gone on with. */
export async function runFunnelSlot(services: Services, funnelId: string, at: number): Promise<void> {
  const { db, d1, clock } = services;
  const placed = await findPlacedFunnel(db, funnelId);
  if (placed === null) return;
  const { config, state } = placed.funnel;
  const before = await findSlot(d1, funnelId, at);
  if (before === null) {
    if (state !== "running") return;
    const slot = slotAt(config.slots, zoneOf(config, placed.line), clock.now());
    // Its hour has passed, or the slots were changed: its people are due in the next one.
    if (slot?.at !== at) return;
    if (!(await isFit(services, placed.funnel))) return;
    await choose(services, placed, slot);
  }
  if (before?.doneAt != null) return;
  for (const begun of await listBegun(d1, funnelId, at)) await beginStage(services, placed.funnel, at, begun);
  await heedPause(services, funnelId);
  await finishSlot(d1, funnelId, at, clock.now());
}

/** The funnel was paused, or put away, while its slot was beginning. */
async function heedPause(services: Services, funnelId: string): Promise<void> {
  const now = await findPlacedFunnel(services.db, funnelId);
  if (now === null || now.funnel.state === "running") return;
  const move = now.funnel.state === "archived" ? "cancel" : "pause";
  await steerCampaignsOf(services, actorOf(now.funnel.key), now.funnel.key, move);
}

/** A line that was archived or a flow that was unpublished since the start begins with nobody, and an operator hears of it. */
async function isFit(services: Services, { id, key, config }: FunnelRow): Promise<boolean> {
  const problems = await checkFunnel(services, key, config);
  const first = problems.find(({ kind }) => kind === "error");
  if (first === undefined) return true;
  const text = `The funnel ${config.name} begins with nobody: ${first.message}`;
  await raiseAlarm(services, { kind: "funnel-stuck", subject: id, text });
  return false;
}

/** Each settling moves somebody on; more rounds than this are somebody who is called something again and again. */
const SETTLINGS_MAX = 5;

/** Who is due once everybody due was asked what they were called meanwhile. */
async function settledDue(
  services: Services,
  placed: PlacedFunnel,
  slotAt: number,
  share: number,
): Promise<readonly Member[]> {
  const { id } = placed.funnel;
  for (let round = 0; ; round += 1) {
    const due = await listDue(services.d1, id, slotAt, share);
    const called = due.filter(({ isCalled }) => isCalled === 1);
    if (called.length === 0 || round === SETTLINGS_MAX) return due.filter(({ isCalled }) => isCalled === 0);
    await settleMembers(services, placed, {
      kind: "contacts",
      contactIds: called.map(({ contactId }) => contactId),
    });
  }
}

/** Those who are chosen and the slot that chose them are written together. */
async function choose(services: Services, { funnel, line }: PlacedFunnel, slot: Slot): Promise<void> {
  const { d1, mint } = services;
  const { id: funnelId, key, config } = funnel;
  const zone = zoneOf(config, line);
  const chosenToday = (await countChosen(d1, funnelId, [slot.day])).get(slot.day) ?? 0;
  const share = shareOf({
    dailyCap: config.dailyCap,
    begunToday: chosenToday,
    slotsLeft: slotsLeft(config.slots, zone, slot),
  });
  const due = share === 0 ? [] : await settledDue(services, { funnel, line }, slot.at, share);
  const moves = due.map((member) => {
    const id = deriveIdAt(slot.at, "funnel", funnelId, member.stage);
    const to = begin(config, member, { id, slotAt: slot.at });
    return { member, to, cause: "begun", detail: null, at: slot.at } as const;
  });
  const chosenBy = mint();
  await d1.batch([
    takeSlot(d1, funnelId, slot, { people: moves.length, chosenBy, chosenToday }),
    ...writeMoves(d1, { funnelId, key, zone }, moves, { sql: TAKEN_BY, value: chosenBy }),
    countSlot(d1, funnelId, slot.at, chosenBy),
  ]);
  if ((await findSlot(d1, funnelId, slot.at)) === null)
    throw new Error("another slot of the same day was choosing: this one comes again");
}
