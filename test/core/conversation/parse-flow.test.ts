// JSON that is no flow is refused in words that help.
import { describe, expect, it } from "vitest";
import { parseFlow } from "#core/conversation/parse-flow";

const HI = { id: "hi", kind: "say", text: { en: "Hi" } };
const flow = (nodes: unknown, more: object = {}) => ({ schema: 1, languages: ["en"], nodes, ...more });
const ask = (answer: unknown) => flow([HI, { id: "name", kind: "ask", text: { en: "Name?" }, answer }]);

describe("parseFlow", () => {
  it("fills in what a flow may leave out", () => {
    expect(parseFlow(flow([HI]))).toEqual({
      kind: "ok",
      flow: { schema: 1, languages: ["en"], nodes: [HI], expiresAfterMinutes: 10_080 },
    });
  });

  it.each<[what: string, json: unknown, node: string | null, message: string]>([
    ["nothing", null, null, "flow: should be an object, not null"],
    ["text", "{}", null, "flow: should be an object, not a string"],
    ["no nodes", { schema: 1, languages: ["en"] }, null, "nodes: is missing"],
    [
      "no such kind",
      flow([{ id: "hi", kind: "shout" }]),
      "hi",
      'nodes[0].kind: there is no "shout", only say, ask, branch, split, set, consent, wait, hand-off, enrol, end',
    ],
    ["no kind at all", flow([{ id: "hi" }]), "hi", "nodes[0].kind: is missing"],
    ["no such answer", ask({ kind: "telepathy" }), "name", 'nodes[1].answer.kind: there is no "telepathy"'],
    ["a key too many", flow([{ ...HI, colour: "red" }]), "hi", 'nodes[0]: there is no "colour" here'],
    [
      "a bad id",
      flow([{ ...HI, id: "Hi there" }]),
      "Hi there",
      "nodes[0].id: a node id is lower case: a letter, then letters, digits and hyphens",
    ],
    [
      "an id that means the end",
      flow([{ ...HI, id: "end" }]),
      "end",
      "nodes[0].id: `end` is not a node: it is where a flow stops",
    ],
    [
      "a bad language",
      flow([HI], { languages: ["English"] }),
      null,
      "languages[0]: a language is a tag such as en or pt-BR",
    ],
    [
      "an empty text",
      flow([{ ...HI, text: { en: "  " } }]),
      "hi",
      "nodes[0].text.en: Too small: expected string to have >=1 characters",
    ],
    [
      "a condition gone wrong",
      flow([
        HI,
        {
          id: "fork",
          kind: "branch",
          cases: [{ when: { all: [{ path: "tags", op: "is", value: "vip" }] }, next: "hi" }],
        },
      ]),
      "fork",
      'nodes[1].cases[0].when.all[0].op: Invalid option: expected one of "eq"|"ne"|"gt"|"gte"|"lt"|"lte"|"between"|"in"|"nin"|"contains"|"starts_with"|"exists"|"before"|"after"',
    ],
  ])("%s", (_what, json, node, message) => {
    expect(parseFlow(json)).toMatchObject({
      kind: "bad",
      problems: [{ kind: "error", code: "schema", node, message }],
    });
  });

  it("does not run on for ever", () => {
    const many = parseFlow(flow(Array.from({ length: 400 }, () => ({ kind: "say" }))));
    expect(many.kind === "bad" && many.problems.length).toBe(50);
  });
});
