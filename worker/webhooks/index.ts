// Where Twilio and Resend call us. Every request is checked before anything else happens.
import { Hono } from "hono";
import type { AppEnv } from "../app.ts";
import { debug } from "./debugger.ts";
import { messages } from "./messages.ts";
import { resend } from "./resend.ts";
import { status } from "./status.ts";
import { voice } from "./voice.ts";

export const webhooks = new Hono<AppEnv>()
  .route("/twilio/messages", messages)
  .route("/resend", resend)
  .route("/twilio/debugger", debug)
  .route("/twilio/status", status)
  .route("/twilio/voice", voice);
