// What the organisers of the demo have done with many people at once: a list, a template, a campaign sent and one in the making, a funnel.
import * as z from "zod";
import type { System } from "../../system/system.ts";
import { FUNNEL_KEY } from "./flows.ts";
import { NEIGHBOURS_CSV } from "./neighbours.ts";
import { lineId, Made, run, upload, watch } from "./office.ts";

const TEXT = "Hello {{ first_name }}, the Riverside Centre is open on Saturday from 10. Will you come?";
const STREETS = ["Elm Street", "Mill Lane"] as const;

/** One street hears of the open Saturday; for the other the campaign waits to be looked at and launched. */
export async function campaign(system: System): Promise<void> {
  const { api } = system;
  const list = await upload(api, "neighbours.csv", NEIGHBOURS_CSV);
  await api.send("PATCH", `/api/v1/imports/${list.id}`, { defaultCountry: "GB" }, z.unknown());
  await run(api, list.id, "start");
  const placeholders = [{ name: "first_name", default: "neighbour" }];
  await api.send(
    "POST",
    "/api/v1/templates",
    { name: "Open Saturday", body: TEXT, placeholders },
    z.unknown(),
  );
  const [, sent] = await Promise.all(STREETS.map((street) => draft(system, street)));
  if (sent === undefined) throw new Error("there is no campaign");
  await api.send("POST", `/api/v1/campaigns/${sent}/launch`, {}, z.unknown());
  await watch(api, sent, "everybody has the news", ({ state, delivered, planned }) => {
    return state === "done" && delivered === planned;
  });
  const members = { kind: "segment", segment: "Mill Lane" };
  await api.send("POST", `/api/v1/funnels/${FUNNEL_KEY}/members`, members, z.unknown());
}

/** Returns the campaign's id. */
async function draft({ api }: System, street: string): Promise<string> {
  const filters = [{ path: "attributes.street", op: "eq", value: street }];
  await api.send("POST", "/api/v1/segments", { name: street, filters }, z.unknown());
  const config = {
    name: `Open Saturday, ${street}`,
    lineId: await lineId(api, "news"),
    variants: [{ name: "words", content: { kind: "template", template: "open-saturday" } }],
    audience: { kind: "segment", segment: street },
  };
  const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
  await api.send("POST", `/api/v1/campaigns/${id}/forecast`, {}, z.unknown());
  return id;
}
