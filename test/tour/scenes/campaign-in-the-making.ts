// A campaign before it is launched: the list of neighbours, a segment, a template, what three would read, and what it comes to.
import * as z from "zod";
import { ELM_STREET, NEIGHBOURS, NEIGHBOURS_CSV } from "../../demo/seed/neighbours.ts";
import { lineId, Made, run, upload } from "../../demo/seed/office.ts";
import type { Scene, Stage } from "../stage.ts";

const TEXT = "Hello {{ first_name }}, the Riverside Centre is open on Saturday from 10. Will you come?";
/** In pence. */
const PRICE = 4;

const isNamed = ({ text }: { text: string }): boolean => /^Hello [A-Z][a-z]+ [A-X]\., the/.test(text);

const Segment = z.object({ id: z.string(), sentence: z.string(), count: z.int() });
const Preview = z.object({ readers: z.array(z.object({ text: z.string(), segments: z.int() })) });
const Forecast = z.object({
  people: z.int(),
  planned: z.int(),
  excludedBy: z.array(z.object({ code: z.string(), words: z.string(), people: z.int() })),
  segments: z.int(),
  cost: z.object({ currency: z.string(), amount: z.number() }),
});

export const campaignInTheMaking: Scene = {
  title: "A campaign in the making",
  play: async (stage) => {
    const { system, checks, prints } = stage;
    const { api } = system;
    await bringIn(stage);
    const filters = [{ path: "attributes.street", op: "eq", value: "Elm Street" }];
    const segment = await api.send("POST", "/api/v1/segments", { name: "Elm Street", filters }, Segment);
    checks.same("the segment counts the people on the street", segment.count, ELM_STREET.length);
    prints("POST /api/v1/segments", [{ sentence: segment.sentence, count: segment.count }]);

    const placeholders = [{ name: "first_name", default: "neighbour" }];
    const template = { name: "Open Saturday", body: TEXT, placeholders };
    await api.send("POST", "/api/v1/templates", template, z.unknown());
    const config = {
      name: "Open Saturday",
      lineId: await lineId(api, "news"),
      variants: [{ name: "words", content: { kind: "template", template: "open-saturday" } }],
      audience: { kind: "segment", segment: segment.id },
    };
    const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
    await lookAhead(stage, id);
  },
};

async function bringIn({ system: { api }, checks }: Stage): Promise<void> {
  const list = await upload(api, "neighbours.csv", NEIGHBOURS_CSV);
  checks.same("semicolons are noticed", list.delimiter, ";");
  await api.send("PATCH", `/api/v1/imports/${list.id}`, { defaultCountry: "GB" }, z.unknown());
  const { counts } = await checks.expect("the neighbours are imported", () => run(api, list.id, "start"));
  checks.same("all of them", counts, { new: NEIGHBOURS.length, changed: 0, same: 0, rejected: 0 });
}

/** What three people would read, who is left out and why, and what it costs. */
async function lookAhead({ system: { api }, checks, prints }: Stage, id: string): Promise<void> {
  const { readers } = await api.get(`/api/v1/campaigns/${id}/preview`, Preview);
  checks.same("three of them are shown what they would read", readers.length, 3);
  prints("GET /api/v1/campaigns/:id/preview", readers);
  checks.same("each by their own name", readers.every(isNamed), true);

  const forecast = await api.send("POST", `/api/v1/campaigns/${id}/forecast`, {}, Forecast);
  const { people, planned, excludedBy, segments, cost } = forecast;
  const reachable = ELM_STREET.length - 1;
  checks.same(
    "the forecast counts who is in it and who is sent something",
    [people, planned],
    [ELM_STREET.length, reachable],
  );
  checks.same("and leaves out who never agreed", excludedBy, [
    { code: "no-consent", words: "never agreed to hear from us", people: 1 },
  ]);
  checks.same("and money by the line's prices", cost, { currency: "GBP", amount: (PRICE * reachable) / 100 });
  const money = `${cost.currency} ${cost.amount.toFixed(2)}`;
  prints("POST /api/v1/campaigns/:id/forecast", [{ people, planned, segments, cost: money }]);
}
