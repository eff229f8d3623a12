// Lines, flows and keywords, made through the API; what is there already stays as somebody may have changed it.
import { LineConfig } from "#core/line";
import * as z from "zod";
import type { System } from "../../system/system.ts";
import { FLOWS, readFlow, SLUGS } from "./flows.ts";
import { LINES } from "./lines.ts";

const Made = z.object({ id: z.string() });
const Lines = z.object({
  data: z.array(Made.extend(LineConfig.pick({ sender: true, address: true, name: true }).shape)),
});
const Flows = z.object({ data: z.array(Made.extend({ slug: z.string() })) });

/** Makes what is missing, and lets the carrier know every line there is. */
export async function configure(system: System): Promise<void> {
  await makeFlows(system);
  const known = (await system.api.get("/api/v1/lines?limit=200", Lines)).data;
  for (const line of known) system.connectLine(line);
  const missing = Object.values(LINES).filter(
    ({ config }) => !known.some(({ address }) => address === config.address),
  );
  await Promise.all(
    missing.map(async ({ config, starts }) => {
      const lineId = await system.addLine(config);
      await Promise.all(
        Object.entries(starts).map(([keyword, slug]) =>
          system.api.send("POST", "/api/v1/triggers", { lineId, keyword, flow: slug }, Made),
        ),
      );
    }),
  );
}

/** Makes and publishes the flows that are missing. */
async function makeFlows({ api }: System): Promise<void> {
  const { data } = await api.get("/api/v1/flows?limit=200", Flows);
  const missing = SLUGS.filter((slug) => !data.some((known) => known.slug === slug));
  await Promise.all(
    missing.map(async (slug) => {
      const made = { slug, name: FLOWS[slug], draft: readFlow(slug) };
      const { id } = await api.send("POST", "/api/v1/flows", made, Made);
      await api.send("POST", `/api/v1/flows/${id}/publish`, {}, z.unknown());
    }),
  );
}
