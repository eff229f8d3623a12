// A campaign that is a mistake: cancelled while it runs; who did not get it yet never will.
import * as z from "zod";
import { ELM_STREET } from "../neighbours.ts";
import { lineId, Made, watch } from "../office.ts";
import type { Lookup, Scene } from "../stage.ts";

const History = z.object({
  data: z.array(z.object({ state: z.string(), by: z.string(), reason: z.string().nullable() })),
});

/** Nothing is handed over later than this after the answer to a cancel. */
const SILENT_AFTER_MS = 3_000;

export const cancelledCampaign: Scene = {
  title: "A campaign that is cancelled",
  play: async ({ system, checks, prints, shows, waitUntil }) => {
    const { api, carrier } = system;
    await waitUntil("11:00");
    const config = {
      name: "The wrong Saturday",
      lineId: await lineId(api, "news"),
      variants: [{ name: "words", content: { kind: "text", text: { en: "We are closed on Saturday." } } }],
      audience: { kind: "segment", segment: "Elm Street" },
    };
    const { id } = await api.send("POST", "/api/v1/campaigns", config, Made);
    await api.send("POST", `/api/v1/campaigns/${id}/launch`, {}, z.unknown());
    await watch(api, id, "the first are sent theirs", ({ sent }) => sent >= 2);
    await api.send(
      "POST",
      `/api/v1/campaigns/${id}/cancel`,
      { reason: "We are open after all." },
      z.unknown(),
    );
    const cancelledAt = carrier.now();
    const over = await watch(
      api,
      id,
      "everybody either has it or never will",
      ({ state, waiting }) => state === "cancelled" && waiting === 0,
    );
    checks.same("nobody is unaccounted for", over.sent + over.canceled + over.refused, over.planned);
    checks.same("who said STOP last time is left out", over.planned, ELM_STREET.length - 2);
    checks.same("most of them never get it", over.canceled > 0, true);
    const late = carrier.log.entries.filter(
      (entry) => entry.kind === "accepted" && entry.at > cancelledAt + SILENT_AFTER_MS,
    );
    checks.same("nothing leaves afterwards", late, []);
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
