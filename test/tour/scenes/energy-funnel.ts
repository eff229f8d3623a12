// The funnel: asked in slots on weekdays, sorted by what people answer, and asked again when they say nothing.
import * as z from "zod";
import { FUNNEL_KEY } from "../../demo/seed/flows.ts";
import { NEIGHBOURS } from "../../demo/seed/neighbours.ts";
import { responsesOf } from "../records.ts";
import type { Lookup, Scene } from "../stage.ts";

const FUNNEL = `/api/v1/funnels/${FUNNEL_KEY}`;
const WEEKDAYS = [1, 2, 3, 4, 5];
const MILL_LANE = NEIGHBOURS.filter(({ street }) => street === "Mill Lane").slice(0, 4);

const Members = z.object({
  data: z.array(
    z.object({
      name: z.string().nullable(),
      stage: z.string(),
      phase: z.string(),
      category: z.string().nullable(),
    }),
  ),
});
const Found = z.object({ data: z.array(z.object({ id: z.string() })) });

const hello = (name: string): string =>
  `Hello ${name}, this is the Riverside Centre. We help neighbours to lower their energy bills. May we tell you how? YES, NO or LATER.`;
const OFFER =
  "One of the Riverside Centre's energy advisers can come for an hour, free of charge, and show you what to change. Shall we ring you to fix a day? YES or NO.";

const standing: Lookup = {
  asked: `GET ${FUNNEL.replace(FUNNEL_KEY, ":id")}/members`,
  look: async (api) => {
    const { data } = await api.get(`${FUNNEL}/members`, Members);
    return data
      .map(({ name, stage, phase, category }) => ({ name, stage, phase, category }))
      .toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
  },
};

export const energyFunnel: Scene = {
  title: "A funnel",
  play: async ({ system, checks, note, person, shows, wait, waitUntil }) => {
    const { api } = system;
    const ids = await Promise.all(
      MILL_LANE.map(async ({ number }) => {
        const { data } = await api.send("POST", "/api/v1/contacts/search", { number }, Found);
        return data[0]?.id;
      }),
    );
    await waitUntil("09:30", WEEKDAYS);
    await api.send("POST", `${FUNNEL}/start`, {}, z.unknown());
    const added = await api.send(
      "POST",
      `${FUNNEL}/members`,
      { kind: "contacts", contacts: ids },
      z.object({ added: z.int() }),
    );
    checks.same("four neighbours are put into the funnel", added.added, MILL_LANE.length);
    const [cleo, fay, other, silent] = MILL_LANE.map(({ number, name }) => person(number, name));
    const [first, second, third] = MILL_LANE.map(({ name }) => name);
    if (cleo === undefined || fay === undefined || other === undefined || silent === undefined)
      throw new Error("the lane is empty");
    note("It asks on weekdays, in slots by the hour from 10:00.");
    await cleo.readsNothing("it is half past nine");
    await waitUntil("10:00");
    await cleo.reads(hello(first ?? ""));
    await cleo.writes("news", "Yes please");
    await cleo.reads(OFFER);
    await cleo.writes("news", "YES");
    await cleo.reads("Wonderful! We will ring you within two working days.");
    await fay.reads(hello(second ?? ""));
    await fay.writes("news", "No thanks");
    await fay.reads("That is fine, we will not ask again.");
    await other.reads(hello(third ?? ""));
    await other.writes("news", "Yes");
    await other.reads(OFFER);
    await other.writes("news", "no");
    await silent.reads(hello(MILL_LANE[3]?.name ?? ""));
    await shows(
      standing,
      [
        { name: first, stage: "activation", phase: "out", category: "Sent to call" },
        { name: second, stage: "activation", phase: "out", category: "Deleted" },
        { name: third, stage: "activation", phase: "out", category: "Removed" },
        { name: MILL_LANE[3]?.name, stage: "activation", phase: "asked", category: "Asked" },
      ].toSorted((a, b) => ((a.name ?? "") < (b.name ?? "") ? -1 : 1)),
    );
    note("Three days of silence, in which the conversation runs out; then the funnel looks again.");
    await wait(73);
    await shows(responsesOf("energy-activation", silent, []), [
      { disposition: "unresponsive", delivery: "delivered" },
    ]);
    await wait(1);
    await shows(
      {
        ...standing,
        look: async (look) => (await standing.look(look)).filter(({ name }) => name === MILL_LANE[3]?.name),
      },
      [{ name: MILL_LANE[3]?.name, stage: "reactivation-1", phase: "waiting", category: "Waiting" }],
    );
  },
};
