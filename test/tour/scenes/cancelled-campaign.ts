// A campaign that is a mistake: cancelled while it runs; who did not get it yet never will.
import * as z from "zod";
import { ELM_STREET } from "../../demo/seed/neighbours.ts";
import { lineId, Made } from "../../demo/seed/office.ts";
import { LINES } from "../../demo/seed/lines.ts";
import { see } from "../see.ts";
import type { Lookup, Scene } from "../stage.ts";

const History = z.object({
  data: z.array(z.object({ state: z.string(), by: z.string(), reason: z.string().nullable() })),
});

const TEXT = "We are closed on Saturday.";
/** Nothing is handed over later than this after the answer to a cancel. */
const SILENT_AFTER_MS = 3_000;

export const cancelledCampaign: Scene = {
  title: "A campaign that is cancelled",
  play: async (stage) => {
    const { system, checks, prints, shows, waitUntil } = stage;
    const { api, carrier } = system;
    await waitUntil("11:00");
    const config = {
      name: "The wrong Saturday",
      lineId: await lineId(api, "news"),
      variants: [{ name: "words", content: { kind: "text", text: { en: TEXT } } }],
      audience: { kind: "segment", segment: "Elm Street" },
    };
    const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
    await api.send("POST", `/api/v1/campaigns/${id}/launch`, {}, z.unknown());
    await see(stage, id, "the first are sent theirs", ({ sent }) => sent >= 2);
    await api.send(
      "POST",
      `/api/v1/campaigns/${id}/cancel`,
      { reason: "We are open after all." },
      z.unknown(),
    );
    const cancelledAt = carrier.now();
    await carrier.settled();
    const arrived = () =>
      ELM_STREET.flatMap(({ number }) => system.handset(number).inbox(LINES.news.config.address)).filter(
        ({ body }) => body === TEXT,
      );
    const over = await see(
      stage,
      id,
      "everybody is counted as their phone shows it, or as cancelled",
      ({ state, waiting, sent }) => state === "cancelled" && waiting === 0 && sent === arrived().length,
    );
    checks.same("nobody is unaccounted for", over.sent + over.canceled + over.refused, over.planned);
    checks.same("who said STOP last time is left out", over.planned, ELM_STREET.length - 2);
    checks.same("most of them never get it", over.canceled > 0, true);
    const late = arrived().filter(({ at }) => at > cancelledAt + SILENT_AFTER_MS);
    checks.same("nothing comes afterwards", late, []);
    prints("GET /api/v1/campaigns/:id/figures", [
      { state: over.state, planned: over.planned, sent: over.sent, canceled: over.canceled },
    ]);
    const history: Lookup = {
      asked: "GET /api/v1/campaigns/:id/history",
      look: async (look) => (await look.get(`/api/v1/campaigns/${id}/history`, History)).data,
    };
    await shows(history, [
      { state: "cancelled", by: "owner", reason: "We are open after all." },
      { state: "sending", by: "owner", reason: null },
    ]);
  },
};
