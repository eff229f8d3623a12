// Lines, flows, keywords and helplines, made through the API; what is there already stays as somebody may have changed it.
import { LineConfig } from "#core/line";
import * as z from "zod";
import type { System } from "../../system/system.ts";
import { FLOWS, FUNNEL_KEY, readFlow, readFunnel, SLUGS } from "./flows.ts";
import { makeHelplines } from "./helplines.ts";
import { type DemoLine, LINES } from "./lines.ts";

const Made = z.object({ id: z.string() });
const { sender, address, name } = LineConfig.shape;
const Lines = z.object({ data: z.array(z.object({ sender, address, name })) });
const Flows = z.object({ data: z.array(z.object({ slug: z.string() })) });

/** Makes what is missing, and lets the carrier know every line there is. */
export async function configure(system: System): Promise<void> {
  const { data } = await system.api.get("/api/v1/lines?limit=200", Lines);
  for (const line of data) system.connectLine(line);
  const missing = Object.values(LINES).filter(
    ({ config }) => !data.some(({ address }) => address === config.address),
  );
  // Quick replies are made for a flow that is published where there is WhatsApp; a web chat shows a flow that is published.
  const phones = await makeLines(
    system,
    missing.filter(({ config }) => config.channel !== "chat"),
  );
  await makeFlows(system);
  await makeLines(
    system,
    missing.filter(({ config }) => config.channel === "chat"),
  );
  await Promise.all(phones.map((phone) => makeTriggers(system, phone)));
  await makeFunnel(system);
  await makeHelplines(system);
}

const Known = z.object({
  data: z.array(z.object({ id: z.string(), key: z.string().optional(), address: z.string().optional() })),
});

/** It asks on the line for news; nobody is in it yet, and nobody is asked before it is started. */
async function makeFunnel({ api }: System): Promise<void> {
  const funnels = await api.get("/api/v1/funnels?limit=200", Known);
  if (funnels.data.some(({ key }) => key === FUNNEL_KEY)) return;
  const lines = await api.get("/api/v1/lines?limit=200", Known);
  const lineId = lines.data.find(({ address }) => address === LINES.news.config.address)?.id;
  await api.send("POST", "/api/v1/funnels", { key: FUNNEL_KEY, config: { ...readFunnel(), lineId } }, Made);
}

interface MadeLine {
  readonly lineId: string;
  readonly starts: DemoLine["starts"];
}

function makeLines(system: System, lines: readonly DemoLine[]): Promise<MadeLine[]> {
  return Promise.all(
    lines.map(async ({ config, starts }) => ({ lineId: await system.addLine(config), starts })),
  );
}

async function makeFlows({ api }: System): Promise<void> {
  const { data } = await api.get("/api/v1/flows?limit=200", Flows);
  const missing = SLUGS.filter((slug) => !data.some((known) => known.slug === slug));
  await Promise.all(
    missing.map(async (slug) => {
      await api.send("POST", "/api/v1/flows", { slug, name: FLOWS[slug], draft: readFlow(slug) }, Made);
      await api.send("POST", `/api/v1/flows/${slug}/publish`, {}, z.unknown());
    }),
  );
}

async function makeTriggers({ api }: System, { lineId, starts }: MadeLine): Promise<void> {
  await Promise.all(
    Object.entries(starts).map(([keyword, flow]) =>
      api.send("POST", "/api/v1/triggers", { lineId, keyword, flow }, Made),
    ),
  );
}
