// Another system asks for one message: by the same laws, and once however often it asks.
import * as z from "zod";
import { lineId } from "../../demo/seed/office.ts";
import type { Scene } from "../stage.ts";

const Asked = z.object({ messageId: z.string(), state: z.string(), dueAt: z.string().nullable() });

export const oneMessage: Scene = {
  title: "One message, asked for by another system",
  play: async ({ system, checks, note, person, refuses, waitUntil }) => {
    const { api } = system;
    await waitUntil("10:00");
    const pia = person("+447700900420", "Pia Berg");
    const line = await lineId(api, "texts");
    const message = { lineId: line, to: pia.number, text: "Your library book is here, Pia." };
    const ask = async (key: string) => {
      const response = await api.call("/api/v1/messages", {
        method: "POST",
        body: JSON.stringify(message),
        headers: { "content-type": "application/json", "idempotency-key": key },
      });
      const replayed = response.headers.get("idempotent-replayed") === "true";
      return { ...Asked.parse(await response.json()), replayed };
    };
    await refuses("a message to somebody who never agreed", "conflict", () =>
      api.send("POST", "/api/v1/messages", message, z.unknown()),
    );
    const consent = { granted: true, source: "library card" };
    await api.send("POST", "/api/v1/users", { phone: pia.number, first_name: "Pia", consent }, z.unknown());
    note("The other system hears no answer and asks again, twice, with the same Idempotency-Key.");
    const answers = [await ask("loan-4711"), await ask("loan-4711"), await ask("loan-4711")];
    checks.same("each time the same message", new Set(answers.map(({ messageId }) => messageId)).size, 1);
    checks.same(
      "and only the first was carried out",
      answers.map(({ replayed }) => replayed),
      [false, true, true],
    );
    await pia.reads("Your library book is here, Pia.");
    await pia.readsNothing("it was one message");

    await pia.writes("texts", "STOP");
    await pia.reads(
      "You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.",
    );
    await refuses("a message after STOP", "conflict", () =>
      api.send("POST", "/api/v1/messages", message, z.unknown()),
    );
  },
};
