// D1 and FILES of a place, as the Worker is bound to them: on this machine by its folder, deployed by wrangler's own sign-in.
import type { D1Database, R2Bucket } from "@cloudflare/workers-types";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../quiet.ts";
import { getPlatformProxy, unstable_readConfig as readWranglerConfig } from "wrangler";
import * as z from "zod";
import { ROOT } from "../checkout.ts";
import { readJson } from "../deploy/wrangler.ts";
import { occupant } from "../in-use.ts";
import { Refusal } from "../script.ts";
import { runTool } from "../tool.ts";
import type { Place } from "./place.ts";

export interface Store {
  readonly db: D1Database;
  readonly files: R2Bucket;
}

const Config = z.object({
  compatibility_date: z.string(),
  d1_databases: z.array(z.looseObject({ binding: z.literal("DB"), database_name: z.string() })).length(1),
  r2_buckets: z.array(z.looseObject({ binding: z.literal("FILES") })).length(1),
});
type Config = z.infer<typeof Config>;

/** Of `wrangler d1 info --json`. */
const Info = z.object({ uuid: z.string() });

/** Where a place of this machine keeps its data. */
export function folderOf(place: Exclude<Place, "remote">, root = ROOT): string {
  return join(root, ".wrangler", place === "demo" ? "demo" : "state");
}

/** Throws a Refusal while a server of ours uses the data. */
export function requireIdle(place: Place): void {
  if (place === "remote") return;
  const folder = folderOf(place);
  const pid = occupant(folder);
  if (pid !== null)
    throw new Refusal(`${folder} is in use by process ${pid}: stop the demo or the dev server first.`);
}

/** Opens the place while `use` runs. `folder` may be another one than the place's own. */
export async function withStore<T>(
  place: Place,
  use: (store: Store) => Promise<T>,
  folder = place === "remote" ? "" : folderOf(place),
): Promise<T> {
  if (place !== "remote" && !existsSync(folder)) throw new Refusal(`There is no data in ${folder}.`);
  const config = Config.parse(readWranglerConfig({ config: join(ROOT, "wrangler.toml") }));
  const bindings = place === "remote" ? await toRemote(config) : config;
  const scratch = mkdtempSync(join(tmpdir(), "partyline-"));
  try {
    const configPath = join(scratch, "wrangler.json");
    writeFileSync(configPath, JSON.stringify({ name: "partyline-backup", ...bindings }));
    // Where wrangler keeps a folder's data since its third version.
    const persist = place === "remote" ? false : { path: join(folder, "v3") };
    const proxy = await getPlatformProxy<{ DB: D1Database; FILES: R2Bucket }>({
      configPath,
      persist,
      remoteBindings: place === "remote",
    });
    try {
      return await use({ db: proxy.env.DB, files: proxy.env.FILES });
    } finally {
      await proxy.dispose();
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function toRemote({ d1_databases: databases, r2_buckets: buckets, ...rest }: Config): Promise<Config> {
  const remote = { remote: true };
  return {
    ...rest,
    d1_databases: await Promise.all(
      databases.map(async (database) => ({
        ...database,
        database_id: await findDatabaseId(database.database_name),
        ...remote,
      })),
    ),
    r2_buckets: buckets.map((bucket) => ({ ...bucket, ...remote })),
  };
}

async function findDatabaseId(name: string): Promise<string> {
  const { code, output } = await runTool("wrangler", ["d1", "info", name, "--json"]);
  const info = Info.safeParse(code === 0 ? readJson(output) : null);
  if (info.success) return info.data.uuid;
  throw new Refusal(
    `The database ${name} could not be looked up (npm run deploy makes it):\n${output.trim()}`,
  );
}
