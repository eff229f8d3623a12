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

/** Makes what is missing, one after the other; returns the names of what was made. */
export async function makeResources(wrangler: Wrangler, names: Names): Promise<string[]> {
  const made: string[] = [];
  for (const resource of listResources(names)) {
    if ((await wrangler.run(resource.look)).code === 0) continue;
    const { code, output } = await wrangler.run(resource.make);
    // Looking may fail for other reasons than absence; then making says so.
    if (code !== 0) throw new Refusal(`The ${resource.what} could not be made:\n${output.trim()}`);
    made.push(resource.what);
  }
  return made;
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
