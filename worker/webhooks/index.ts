// Where Twilio calls us. Every request is checked before anything else happens.
import { Hono } from "hono";
import type { AppEnv } from "../app.ts";
import { messages } from "./messages.ts";
import { status } from "./status.ts";

export const webhooks = new Hono<AppEnv>()
  .route("/twilio/messages", messages)
  .route("/twilio/status", status);
