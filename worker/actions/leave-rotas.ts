// Somebody goes off the rotas of groups, and of two who go at the same moment neither brings the other back.
import { leave } from "#core/rota/leave";
import type { BatchItem } from "drizzle-orm/batch";
import type { RunnableQuery } from "drizzle-orm/runnable-query";
import type { Actor } from "../actor.ts";
import { holdRota, isRotaChanged, readRotaVersion } from "../db/rota-version.ts";
import { dropOverrides, putOverrides, putShifts, readRota } from "../db/rota.ts";
import { Problem } from "../errors.ts";
import type { Services } from "../services.ts";
import { mustFindHelpline } from "./find-helpline.ts";
import { writeAs } from "./write-as.ts";
import type { Deed } from "./write-as.ts";

/** Each loses against a change that was made, so that as many who go at once all get through. */
const TRIES_MAX = 10;

export interface Leaving {
  readonly volunteerId: string;
  readonly helplineIds: readonly string[];
  /** Decides whether anything is done. */
  readonly first: RunnableQuery<D1Result, "sqlite">;
  readonly rest?: readonly BatchItem<"sqlite">[];
}

/** All or nothing; returns whether `first` changed anything. Throws `conflict` where the rotas never hold still. */
export async function leaveRotas(
  services: Services,
  actor: Actor,
  deed: Deed,
  { volunteerId, helplineIds, first, rest = [] }: Leaving,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const rotas = await Promise.all(helplineIds.map((id) => leaveRota(services, actor, id, volunteerId)));
    try {
      return await writeAs(services, actor, deed, first, { rest: [...rotas.flat(), ...rest] });
    } catch (error) {
      if (!isRotaChanged(error)) throw error;
    }
  }
  throw new Problem("conflict", "The rota is being changed by others. Please try again in a moment.");
}

/** The statements that take somebody off a group's rota as it is now. */
async function leaveRota(
  { db, clock }: Services,
  actor: Actor,
  helplineId: string,
  volunteerId: string,
): Promise<readonly BatchItem<"sqlite">[]> {
  const now = clock.now();
  const helpline = await mustFindHelpline({ db }, helplineId);
  const version = await readRotaVersion(db, helplineId, volunteerId);
  const rota = await readRota(db, helpline, ALL_DATES);
  const { shifts, overrides, dropped } = leave(rota, volunteerId, now);
  return [
    holdRota(db, helplineId, volunteerId, version),
    ...(shifts.length > 0 ? [putShifts(db, helplineId, shifts, now)] : []),
    ...(overrides.length > 0 ? [putOverrides(db, helplineId, overrides, actor.id)] : []),
    ...(dropped.length > 0 ? [dropOverrides(db, helplineId, dropped)] : []),
  ];
}

/** What was different in past weeks moves with the past of a shift. */
const ALL_DATES = { first: "0000-01-01", last: "9999-12-31" };
