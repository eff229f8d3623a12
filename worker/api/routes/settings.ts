// What holds for the whole organisation.
import { Hono } from "hono";
import { changeSettings, readSettings } from "../../actions/change-settings.ts";
import type { ApiEnv } from "../env.ts";
import { needs } from "../guard.ts";
import { Over } from "../over.ts";
import { says } from "../says.ts";
import { takes } from "../takes.ts";
import { ChangedSettings, SettingsView, toSettingsView } from "../views/operations.ts";

export const settings = new Hono<ApiEnv>()
  .get("/", needs("viewer"), says("settings", "Show the settings", SettingsView), async (context) =>
    context.json(toSettingsView(await readSettings(context.get("services")), context.get("actor"))),
  )
  .patch(
    "/",
    needs("owner"),
    says("settings", "Change the settings", SettingsView),
    takes("query", Over),
    takes("json", ChangedSettings),
    async (context) => {
      const patch = context.req.valid("json");
      const { over } = context.req.valid("query");
      const actor = context.get("actor");
      return context.json(
        toSettingsView(await changeSettings(context.get("services"), actor, patch, over), actor),
      );
    },
  );
