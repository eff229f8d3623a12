// Setting up: what there is, what is missing, whether credentials work, and where numbers point.
import { Hono } from "hono";
import * as z from "zod";
import { checkResend, checkTwilio } from "../../actions/check-credentials.ts";
import { listNumbers, pointNumber, webhooksOf } from "../../actions/point-number.ts";
import { readSetup } from "../../actions/read-setup.ts";
import { readZone } from "../../db/settings.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { CheckedView, NumberView, SetupView, toNumberView } from "../views/setup.ts";

const Check = z.strictObject({ what: z.enum(["twilio", "resend"]) });

export const setup = new Hono<ApiEnv>()
  .get(
    "/",
    needs("viewer"),
    says("setup", "Show what is set up and what is missing", SetupView, {
      description: "Secrets are told of, never shown.",
    }),
    async (context) => {
      const services = context.get("services");
      const { PUBLIC_URL: publicUrl } = services.settings;
      const [zone, steps] = await Promise.all([readZone(services), readSetup(services)]);
      return context.json({ publicUrl, zone, webhooks: webhooksOf(services), steps: [...steps] });
    },
  )
  .post(
    "/check",
    needs("owner"),
    says("setup", "Try Twilio's or Resend's credentials", CheckedView),
    takes("json", Check),
    async (context) => {
      const services = context.get("services");
      const { what } = context.req.valid("json");
      return context.json(await (what === "twilio" ? checkTwilio(services) : checkResend(services)));
    },
  )
  .get(
    "/numbers",
    needs("editor"),
    says("setup", "List the account's numbers", z.object({ data: z.array(NumberView) }), {
      description: "With where each points: the first thousand, as Twilio knows them now.",
    }),
    async (context) => {
      const numbers = await listNumbers(context.get("services"));
      return context.json({ data: numbers.map(toNumberView) });
    },
  )
  .post(
    "/numbers/:sid/point",
    needs("owner"),
    says("setup", "Point a number here", NumberView, {
      description:
        "Its texts, its calls and what is told when a call ends; whatever stood there is replaced.",
    }),
    async (context) => {
      const { sid } = context.req.param();
      return context.json(
        toNumberView(await pointNumber(context.get("services"), context.get("actor"), sid)),
      );
    },
  );
