// Publishing for WhatsApp: buttons are made once per question and language, used again, and never stand in the way.
import { beforeEach, expect, test, vi } from "vitest";
import { ok } from "./api-calls.ts";
import { LINE } from "./api-refusals.ts";

interface Made {
  readonly friendly_name: string;
  readonly language: string;
  readonly types: Readonly<
    Record<string, { readonly actions: readonly { readonly title: string; readonly id: string }[] }>
  >;
}

const made: Made[] = [];
let refuse: (content: Made) => boolean = () => false;

beforeEach(() => {
  made.length = 0;
  refuse = () => false;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    expect(new URL(request.url).pathname).toBe("/v1/Content");
    const content = await request.json<Made>();
    made.push(content);
    if (refuse(content)) throw new TypeError("connection lost");
    return Response.json({ sid: `HX ${content.friendly_name}` }, { status: 201 });
  });
});

const poll = (question: string, yes: string) => ({
  schema: 1,
  languages: ["en", "es"],
  nodes: [
    {
      id: "tea",
      kind: "ask",
      text: { en: question, es: "¿Té?" },
      answer: {
        kind: "choice",
        options: [
          { id: "yes", label: { en: yes, es: "Me gusta" } },
          { id: "no", label: { en: "Rather not", es: "Mejor no" } },
        ],
      },
    },
    { id: "sure", kind: "ask", text: { en: "Sure?", es: "¿Seguro?" }, answer: { kind: "yes-no" } },
    { id: "why", kind: "ask", text: { en: "Why?", es: "¿Por qué?" }, answer: { kind: "text" } },
  ],
});

const publish = async () => {
  const { version } = await ok("POST /v1/flows/tea/publish");
  return (await ok(`GET /v1/flows/tea/versions/${version.number}`)).quickReplies as Record<string, string>;
};
const names = () => made.map(({ friendly_name }) => friendly_name).toSorted();

test("buttons are made when there is a WhatsApp line, and only for what changed", async () => {
  await ok("POST /v1/flows", { slug: "tea", name: "Tea", draft: poll("Tea?", "I love it") });
  expect(await publish()).toEqual({});
  expect(made).toEqual([]);

  await ok("POST /v1/lines", { ...LINE, channel: "whatsapp", sender: "whatsapp" });
  // One of four is not answered: publishing goes on, and that question is a numbered list.
  refuse = ({ friendly_name }) => friendly_name === "tea sure:es";
  expect(await publish()).toEqual({
    "tea:en": "HX tea tea:en",
    "tea:es": "HX tea tea:es",
    "sure:en": "HX tea sure:en",
  });
  expect(names()).toEqual(["tea sure:en", "tea sure:es", "tea tea:en", "tea tea:es"]);
  const spanish = made.find(({ friendly_name }) => friendly_name === "tea tea:es");
  expect(spanish).toMatchObject({
    language: "es",
    variables: { "1": "¿Té?" },
    types: {
      "twilio/quick-reply": {
        body: "{{1}}",
        actions: [
          { title: "Me gusta", id: "tea:yes" },
          { title: "Mejor no", id: "tea:no" },
        ],
      },
    },
  });

  made.length = 0;
  refuse = () => false;
  await ok("PUT /v1/flows/tea/draft", { revision: 1, draft: poll("Or tea?", "I love it") });
  expect(Object.keys(await publish())).toHaveLength(4);
  expect(names()).toEqual(["tea sure:es"]);

  made.length = 0;
  await ok("PUT /v1/flows/tea/draft", { revision: 2, draft: poll("Or tea?", "I adore it") });
  await publish();
  expect(names()).toEqual(["tea tea:en"]);
});
