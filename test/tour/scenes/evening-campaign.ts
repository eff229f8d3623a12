// A campaign to one street: previewed, forecast, launched in the evening, paused, held by the night, gone on with in the morning.
import * as z from "zod";
import { NEIGHBOURS_CSV, ELM_STREET } from "../neighbours.ts";
import { lineId, Made, run, upload, watch } from "../office.ts";
import type { Scene } from "../stage.ts";

const TEXT = "Hello {{ first_name }}, the Riverside Centre is open on Saturday from 10. Will you come?";
const Preview = z.object({ readers: z.array(z.object({ text: z.string(), segments: z.int() })) });
const Forecast = z.object({
  people: z.int(),
  planned: z.int(),
  excludedBy: z.array(z.object({ code: z.string(), words: z.string(), people: z.int() })),
  segments: z.int(),
  cost: z.object({ currency: z.string(), amount: z.number() }),
  finishesAt: z.string(),
});
const Segment = z.object({ id: z.string(), sentence: z.string(), count: z.int() });

export const eveningCampaign: Scene = {
  title: "A campaign, and the night",
  play: async ({ system, checks, note, prints, person, waitUntil }) => {
    const { api, carrier } = system;
    const list = await upload(api, "neighbours.csv", NEIGHBOURS_CSV);
    checks.same("semicolons are noticed", list.delimiter, ";");
    await api.send("PATCH", `/api/v1/imports/${list.id}`, { defaultCountry: "GB" }, z.unknown());
    const { counts } = await checks.expect("the neighbours are imported", () => run(api, list.id, "start"));
    checks.same("all of them", counts, { new: 24, changed: 0, same: 0, rejected: 0 });

    const filters = [{ path: "attributes.street", op: "eq", value: "Elm Street" }];
    const segment = await api.send("POST", "/api/v1/segments", { name: "Elm Street", filters }, Segment);
    checks.same("the segment counts the people on the street", segment.count, ELM_STREET.length);
    prints("POST /api/v1/segments", [{ sentence: segment.sentence, count: segment.count }]);

    const placeholders = [{ name: "first_name", default: "neighbour" }];
    await api.send(
      "POST",
      "/api/v1/templates",
      { name: "Open Saturday", body: TEXT, placeholders },
      z.unknown(),
    );
    const config = {
      name: "Open Saturday",
      lineId: await lineId(api, "news"),
      variants: [{ name: "words", content: { kind: "template", template: "open-saturday" } }],
      audience: { kind: "segment", segment: segment.id },
    };
    const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
    const { readers } = await api.get(`/api/v1/campaigns/${id}/preview`, Preview);
    checks.same("three of them are shown what they would read", readers.length, 3);
    prints("GET /api/v1/campaigns/:id/preview", readers);
    checks.same(
      "each by their own name",
      readers.every(({ text }) => /^Hello [A-Z][a-z]+ [A-X]\., the/.test(text)),
      true,
    );

    await waitUntil("20:30");
    const forecast = await api.send("POST", `/api/v1/campaigns/${id}/forecast`, {}, Forecast);
    const { people, planned, excludedBy, segments, cost, finishesAt } = forecast;
    const reachable = ELM_STREET.length - 1;
    checks.same(
      "the forecast counts people, and leaves out who never agreed",
      [people, planned, excludedBy],
      [
        ELM_STREET.length,
        reachable,
        [{ code: "no-consent", words: "never agreed to hear from us", people: 1 }],
      ],
    );
    checks.same("and money by the line's prices", cost, { currency: "GBP", amount: (4 * reachable) / 100 });
    prints("POST /api/v1/campaigns/:id/forecast", [
      {
        people,
        planned,
        segments,
        cost: `${cost.currency} ${cost.amount.toFixed(2)}`,
        finishes: finishesAt.slice(11, 16),
      },
    ]);

    const actors = ELM_STREET.map(({ number, name }) => person(number, name));
    const [ada, bo] = actors;
    if (ada === undefined || bo === undefined) throw new Error("the street is empty");
    await api.send("POST", `/api/v1/campaigns/${id}/launch`, {}, z.unknown());
    note("Launched at half past eight, and paused as soon as the first have it.");
    await watch(api, id, "the first are sent theirs", ({ sent }) => sent >= 3);
    await api.send("POST", `/api/v1/campaigns/${id}/pause`, { reason: "A typing error?" }, z.unknown());
    const paused = await watch(api, id, "it is paused", ({ state }) => state === "paused");
    checks.same("paused before everybody has it", paused.sent < reachable, true);

    await waitUntil("21:05");
    await api.send("POST", `/api/v1/campaigns/${id}/resume`, { reason: "It was none." }, z.unknown());
    const held = await watch(
      api,
      id,
      "the rest waits for the morning",
      ({ putOff, sent }) => putOff + sent === reachable,
    );
    prints("GET /api/v1/campaigns/:id/figures, at night", [
      { state: held.state, planned: held.planned, sent: held.sent, putOff: held.putOff },
    ]);
    checks.same("some of them are held", held.putOff > 0, true);

    await waitUntil("08:00");
    const done = await watch(
      api,
      id,
      "everybody has it",
      ({ state, delivered }) => state === "done" && delivered === reachable,
    );
    const handed = carrier.log.entries.filter(
      (entry) => entry.kind === "accepted" && entry.from === "+447700900110",
    );
    const hours = handed.map(({ at }) =>
      new Date(at).toLocaleTimeString("en-GB", { timeZone: "Europe/London" }),
    );
    checks.same(
      "nothing was handed over between 21:00 and 08:00",
      hours.filter((time) => time < "08:00" || time >= "21:00"),
      [],
    );
    checks.same("each phone got it once", handed.length, reachable);
    await ada.reads("Hello Ada A., the Riverside Centre is open on Saturday from 10. Will you come?");
    await ada.writes("news", "Yes, with the children");
    await bo.writes("news", "STOP");
    await bo.reads("Hello Bo B., the Riverside Centre is open on Saturday from 10. Will you come?");
    const after = await watch(
      api,
      id,
      "a reply and an opt-out",
      ({ replied, optedOut }) => replied === 1 && optedOut === 1,
    );
    prints("GET /api/v1/campaigns/:id/figures: forecast beside fact", after.comparison);
    checks.same(
      "forecast and fact agree",
      done.comparison.map(({ forecast: before, fact }) => before - fact),
      done.comparison.map(() => 0),
    );
  },
};
