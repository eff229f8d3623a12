// The page on which a volunteer answers about a shift. Opening it does nothing, since mail scanners follow links: its buttons do.
import { Hono } from "hono";
import { html } from "hono/html";
import { writeAsking } from "#core/asking/asking-flow";
import { askingWords, fillIn, nameShift } from "#core/asking/words";
import type { Spoken } from "#core/asking/words";
import { answerAsking } from "../actions/answer-asking.ts";
import type { AppEnv } from "../app.ts";
import { readAskingLink } from "../asking-link.ts";
import { readAsking } from "../db/askings.ts";
import type { Batch } from "../db/askings.ts";
import { HEADERS, page } from "./page.ts";

export const shiftPage = new Hono<AppEnv>();

shiftPage.get("/:secret", async (context) => {
  const services = context.get("services");
  const id = await readAskingLink(services, context.req.param("secret"));
  const batch = id === null ? null : await readAsking(services.d1, id);
  const [asking] = batch?.askings ?? [];
  if (batch === null || asking === undefined) return context.text(NOTHING, 404, HEADERS);
  const spoken = askingWords(batch.volunteer.config.language);
  const { name, zone } = batch.helpline.config;
  const question = writeAsking([asking], { group: name, zone, language: spoken.language });
  const { yes, no } = spoken.words;
  const buttons = html`<form method="post">
    <button name="answer" value="yes">${yes[asking.kind]}</button>
    <button name="answer" value="no">${no[asking.kind]}</button>
  </form>`;
  const before = asking.answer === null ? "" : told(batch, spoken, asking.answer);
  return context.html(
    page(
      spoken.language,
      html`<p>${question}</p>
        <p>${before}</p>
        ${buttons}`,
    ),
    200,
    HEADERS,
  );
});

shiftPage.post("/:secret", async (context) => {
  const services = context.get("services");
  const id = await readAskingLink(services, context.req.param("secret"));
  const { answer } = await context.req.parseBody();
  if (id === null || (answer !== "yes" && answer !== "no")) return context.text(NOTHING, 404, HEADERS);
  const answered = await answerAsking(services, id, answer, services.clock.now());
  if (answered === null) return context.text(NOTHING, 404, HEADERS);
  const spoken = askingWords(answered.batch.volunteer.config.language);
  return context.html(
    page(spoken.language, html`<p role="status">${told(answered.batch, spoken, answered.outcome)}</p>`),
    200,
    HEADERS,
  );
});

function told(
  { askings, helpline }: Batch,
  { language, words }: Spoken,
  outcome: keyof Spoken["words"]["told"],
): string {
  const [asking] = askings;
  return asking === undefined
    ? ""
    : fillIn(words.told[outcome], { shift: nameShift(asking, helpline.config.zone, language) });
}

const NOTHING = "There is no question here any more.";
