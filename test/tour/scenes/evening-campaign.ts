// The campaign is launched in the evening, paused, held by the night, and goes on in the morning; its figures beside the forecast.
import * as z from "zod";
import { ELM_STREET } from "../../demo/seed/neighbours.ts";
import type { Figures } from "../../demo/seed/office.ts";
import { LINES } from "../../demo/seed/lines.ts";
import { ZONE } from "../../demo/start.ts";
import { see } from "../see.ts";
import type { Actor, Scene, Stage } from "../stage.ts";

const Campaigns = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
/** The last on the street never agreed. */
const REACHABLE = ELM_STREET.length - 1;

const isHeld = ({ putOff, sent }: Figures): boolean => putOff + sent === REACHABLE;
const isDelivered = ({ state, delivered }: Figures): boolean => state === "done" && delivered === REACHABLE;
const isAnswered = ({ replied, optedOut }: Figures): boolean => replied === 1 && optedOut === 1;

const words = (name: string): string =>
  `Hello ${name}, the Riverside Centre is open on Saturday from 10. Will you come?`;

export const eveningCampaign: Scene = {
  title: "A campaign, and the night",
  play: async (stage) => {
    const { system, checks, note, person, waitUntil } = stage;
    const { api } = system;
    const { data } = await api.get("/api/v1/campaigns", Campaigns);
    const id = data.find(({ name }) => name === "Open Saturday")?.id ?? "";
    const street = ELM_STREET.map(({ number, name }) => person(number, name));

    await waitUntil("20:30");
    await api.send("POST", `/api/v1/campaigns/${id}/launch`, {}, z.unknown());
    note("Launched at half past eight, and paused as soon as the first have it.");
    await see(stage, id, "the first are sent theirs", ({ sent }) => sent >= 3);
    await api.send("POST", `/api/v1/campaigns/${id}/pause`, { reason: "A typing error?" }, z.unknown());
    const paused = await see(stage, id, "it is paused", ({ state }) => state === "paused");
    checks.same("paused before everybody has it", paused.sent < REACHABLE, true);

    await waitUntil("21:05");
    await api.send("POST", `/api/v1/campaigns/${id}/resume`, { reason: "It was none." }, z.unknown());
    await holds(stage, id);

    await waitUntil("08:00");
    await see(stage, id, "everybody has it", isDelivered);
    arrives(stage, street);
    await answers(stage, id, street);
  },
};

/** Those who have not got it yet wait for the morning. */
async function holds(stage: Stage, id: string): Promise<void> {
  const { checks, prints } = stage;
  const { state, planned, sent, putOff } = await see(stage, id, "the rest waits for the morning", isHeld);
  prints("GET /api/v1/campaigns/:id/figures, at night", [{ state, planned, sent, putOff }]);
  checks.same("some of them are held", putOff > 0, true);
}

/** As their phones show it. */
function arrives({ checks }: Stage, street: readonly Actor[]): void {
  const arrived = street.flatMap(({ handset }) => handset.inbox(LINES.news.config.address));
  const hours = arrived.map(({ at }) => new Date(at).toLocaleTimeString("en-GB", { timeZone: ZONE }));
  const night = hours.filter((time) => time < "08:00" || time >= "21:00");
  checks.same("nothing came between 21:00 and 08:00", night, []);
  checks.same("each phone got it once", arrived.length, REACHABLE);
}

async function answers(stage: Stage, id: string, [ada, bo]: readonly Actor[]): Promise<void> {
  const { checks, prints } = stage;
  if (ada === undefined || bo === undefined) throw new Error("the street is empty");
  await ada.reads(words(ELM_STREET[0]?.name ?? ""));
  await ada.writes("news", "Yes, with the children");
  await bo.reads(words(ELM_STREET[1]?.name ?? ""));
  await bo.writes("news", "STOP");
  const { comparison } = await see(stage, id, "a reply and an opt-out", isAnswered);
  prints("GET /api/v1/campaigns/:id/figures: forecast beside fact", comparison);
  const apart = comparison.filter(({ forecast, fact }) => forecast !== fact);
  checks.same("forecast and fact agree", apart, []);
}
