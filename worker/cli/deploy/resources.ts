// The queues, the bucket and the database a deployment stands on: looked for, and made where missing.
import { Refusal } from "../script.ts";
import type { Wrangler } from "./wrangler.ts";

/** The part of wrangler.toml that names them. */
export interface Names {
  readonly queues: readonly string[];
  readonly buckets: readonly string[];
  readonly databases: readonly string[];
}

type Resource = { readonly what: string; readonly look: readonly string[]; readonly make: readonly string[] };

/** It was there all along, but looking was not allowed. */
const THERE_ALREADY = /already (exists|taken|in use)/i;
/** Cloudflare's code for a token that may not do this; a build server's often may only deploy. */
const NOT_ALLOWED = /\b10000\b/;

/** Makes what is missing, one after the other; returns what to tell the operator. */
export async function makeResources(wrangler: Wrangler, names: Names): Promise<string[]> {
  const news: string[] = [];
  for (const { what, look, make } of listResources(names)) {
    if ((await wrangler.run(look)).code === 0) continue;
    const { code, output } = await wrangler.run(make);
    if (code === 0) news.push(`made ${what}`);
    else if (NOT_ALLOWED.test(output)) news.push(`could not look for ${what}: it has to be there already`);
    else if (!THERE_ALREADY.test(output))
      throw new Refusal(`The ${what} could not be made:\n${output.trim()}`);
  }
  return news;
}

function listResources({ queues, buckets, databases }: Names): Resource[] {
  return [
    ...queues.map((name) => ({
      what: `queue ${name}`,
      look: ["queues", "info", name],
      make: ["queues", "create", name],
    })),
    ...buckets.map((name) => ({
      what: `bucket ${name}`,
      look: ["r2", "bucket", "info", name],
      make: ["r2", "bucket", "create", name],
    })),
    ...databases.map((name) => ({
      what: `database ${name}`,
      look: ["d1", "info", name, "--json"],
      make: ["d1", "create", name],
    })),
  ];
}
