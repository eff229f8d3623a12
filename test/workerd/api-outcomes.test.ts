// What became of a flow: rates with their formulas, and the question at which people left.
import { beforeAll, expect, test } from "vitest";
import { call, ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";
import { ask, eventually, freshNumber } from "./story.ts";

const NUMBER = "+15005550160";
const flow = {
  schema: 1,
  languages: ["en", "es"],
  nodes: [
    { id: "hello", kind: "say", text: { en: "Hello!", es: "¡Hola!" } },
    { id: "name", kind: "ask", text: { en: "Name?", es: "¿Nombre?" }, answer: { kind: "text" } },
    { id: "age", kind: "ask", text: { en: "Age?", es: "¿Edad?" }, answer: { kind: "number" } },
  ],
};

async function play(...words: readonly string[]): Promise<void> {
  const person = freshNumber();
  for (const text of words) await ask(person, text, { to: NUMBER });
}

async function namesOf(query: string): Promise<unknown[]> {
  const { data } = await ok(`GET /v1/responses?flow=census&${query}`);
  return data.map(({ answers }: { answers: Record<string, { label: string }> }) => answers["name"]?.label);
}

beforeAll(async () => {
  const { id: lineId } = await ok("POST /v1/lines", { ...LINE, address: NUMBER });
  await ok("POST /v1/flows", { slug: "census", name: "Census", draft: flow });
  await ok("POST /v1/flows/census/publish");
  await ok("POST /v1/triggers", { lineId, flow: "census" });
  await play("hi", "Ana", "34");
  await play("hi", "Ben", "41");
  await play("hi", "Cleo", "STOP");
  await play("hi", "STOP");
  await play("hi", 'Dora "Díaz" \\o/');
  await eventually(async () => (await ok("GET /v1/flows/census/rates")).rates[0].denominator === 4);
  await eventually(async () =>
    (await ok("GET /v1/conversations")).data.some(({ node }: { node: string }) => node === "age"),
  );
});

test("rates count the runs that have ended, and say how", async () => {
  const { counts, running, rates } = await ok("GET /v1/flows/census/rates");
  expect([counts, running]).toEqual([{ completed: 2, breakoff: 1, refused: 1 }, 1]);
  expect(
    rates.map(({ name, numerator, denominator }: Record<string, unknown>) => [name, numerator, denominator]),
  ).toEqual([
    ["response", 2, 4],
    ["contact", 4, 4],
    ["cooperation", 2, 4],
    ["refusal", 2, 4],
  ]);
  expect(rates[0].formula).toMatch(/^completed \//);
});

test("people leave at a question; who is still there has not left", async () => {
  const { data, formula } = await ok("GET /v1/flows/census/drop-off");
  expect(data).toEqual([
    { node: "name", text: "Name?", views: 5, exits: 1, waiting: 0, dropOff: 0.2 },
    { node: "age", text: "Age?", views: 4, exits: 1, waiting: 1, dropOff: 0.25 },
  ]);
  expect(formula).toBe("exits at a question / views of that question");
});

test("a period counts the runs that began in it", async () => {
  const { data } = await ok("GET /v1/responses?flow=census");
  const times: string[] = data.map(({ startedAt }: { startedAt: string }) => startedAt).toSorted();
  const before = await ok(`GET /v1/flows/census/rates?to=${times[0]}`);
  expect([before.counts, before.running, before.rates[0].value]).toEqual([{}, 0, null]);
  expect((await ok(`GET /v1/responses?flow=census&from=${times[0]}`)).data).toHaveLength(5);
  expect((await ok(`GET /v1/responses?flow=census&to=${times[0]}`)).data).toEqual([]);
  expect((await ok(`GET /v1/flows/census/drop-off?to=2020-01-01`)).data).toEqual([]);
  expect((await call("GET /v1/flows/census/rates?from=2026-13-01")).status).toBe(422);
});

test("responses are found by how they ended and by what was said", async () => {
  expect(await namesOf("disposition=completed")).toEqual(["Ben", "Ana"]);
  expect(await namesOf("disposition=breakoff")).toEqual(["Cleo"]);
  expect(await namesOf("q=ana")).toEqual(["Ana"]);
  // Words as they are meant, however they are kept; and no key of what is kept is a word.
  expect(await namesOf(`q=${encodeURIComponent('dora "díaz" \\O')}`)).toEqual(['Dora "Díaz" \\o/']);
  expect(await namesOf("q=label")).toEqual([]);
});

test("responses are sorted by an answer, page by page; who has none comes last", async () => {
  const ages: unknown[] = [];
  let next: string | null = null;
  do {
    const cursor: string = next === null ? "" : `&cursor=${next}`;
    const page = await ok(`GET /v1/responses?flow=census&order=down&by=age&limit=2${cursor}`);
    ages.push(
      ...page.data.map(
        ({ answers }: { answers: Record<string, { value: unknown }> }) => answers["age"]?.value,
      ),
    );
    next = page.next;
  } while (next !== null);
  expect(ages).toEqual([41, 34, undefined, undefined, undefined]);
  expect((await namesOf("order=up&by=age")).slice(0, 2)).toEqual(["Ana", "Ben"]);
  expect((await namesOf("order=up&by=name")).slice(0, 4)).toEqual(["Ana", "Ben", "Cleo", 'Dora "Díaz" \\o/']);
  expect((await namesOf("order=oldest")).slice(0, 2)).toEqual(["Ana", "Ben"]);
});

test("answers are counted by value, and lead to who gave them", async () => {
  const { questions, values, isComplete } = await ok("GET /v1/flows/census/answers");
  expect(questions).toEqual([
    { name: "age", answered: 2, skipped: 0 },
    { name: "name", answered: 4, skipped: 0 },
  ]);
  expect(values).toContainEqual({ name: "age", value: "34", count: 1 });
  expect(isComplete).toBe(true);
  expect(await namesOf("answer=age&value=34")).toEqual(["Ana"]);
  expect(await namesOf("answer=age&value=3")).toEqual([]);
});

test("the responses come as a CSV, those that were looked for", async () => {
  const file: string = await ok("GET /v1/flows/census/responses.csv?disposition=completed");
  const [head, ben, ana, end] = file.split("\r\n");
  expect(head).toBe("number,name,state,language,began,ended,name,age");
  expect(ben).toMatch(/^'\+1\d+,,completed,en,[^,]+Z,[^,]+Z,Ben,41$/);
  expect(ana).toMatch(/,Ana,34$/);
  expect(end).toBe("");
});
