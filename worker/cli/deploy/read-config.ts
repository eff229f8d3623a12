// The part of wrangler.toml that deploying looks at.
import { join } from "node:path";
import { unstable_readConfig as readWranglerConfig } from "wrangler";
import * as z from "zod";
import type { Vars } from "../secrets/vars-file.ts";
import type { Names } from "./resources.ts";

const Queue = z.object({ queue: z.string() });
const Config = z.object({
  queues: z.object({ producers: z.array(Queue).default([]), consumers: z.array(Queue).default([]) }),
  r2_buckets: z.array(z.object({ bucket_name: z.string() })),
  d1_databases: z.array(z.object({ database_name: z.string() })),
  vars: z.record(z.string(), z.coerce.string()),
});

export function readConfig(root: string): { names: Names; vars: Vars } {
  const config = Config.parse(readWranglerConfig({ config: join(root, "wrangler.toml") }));
  const { queues, r2_buckets: buckets, d1_databases: databases, vars } = config;
  return {
    vars,
    names: {
      queues: [...new Set([...queues.producers, ...queues.consumers].map(({ queue }) => queue))],
      buckets: buckets.map(({ bucket_name: name }) => name),
      databases: databases.map(({ database_name: name }) => name),
    },
  };
}
