// The address people and Twilio reach the deployed Worker at: signatures are made over it, so it must be exact.
import * as z from "zod";
import { readJson, type Wrangler } from "./wrangler.ts";

const Status = z.object({ versions: z.array(z.object({ version_id: z.string() })).min(1) });
const Version = z.object({
  resources: z.object({
    bindings: z.array(z.looseObject({ name: z.string(), text: z.string().optional() })),
  }),
});

/** What the running deployment has as its PUBLIC_URL; null when there is none yet, or it cannot be read. */
export async function readDeployedUrl(wrangler: Wrangler): Promise<string | null> {
  const status = Status.safeParse(readJson((await wrangler.run(["deployments", "status", "--json"])).output));
  const [running] = status.data?.versions ?? [];
  if (running === undefined) return null;
  const viewed = await wrangler.run(["versions", "view", running.version_id, "--json"]);
  const version = Version.safeParse(readJson(viewed.output));
  const url = version.data?.resources.bindings.find(({ name }) => name === "PUBLIC_URL")?.text;
  return url === undefined || url === "" ? null : url;
}

/** The address among what `wrangler deploy` lists: a domain of one's own before the workers.dev one. */
export function findDeployedUrl(targets: readonly string[]): string | null {
  const domain = targets.find((target) => target.includes("(custom domain"))?.split(" ", 1)[0];
  if (domain !== undefined) return `https://${domain}`;
  return targets.find((target) => /^https:\/\/[a-z0-9.-]+$/i.test(target)) ?? null;
}
