// Calls, as Twilio tells of them: every step of a call is a form, and the answer is what happens next.
import { Hono } from "hono";
import type { Context } from "hono";
import type * as z from "zod";
import type { CallEvent } from "#core/helpline/event";
import type { Script } from "#core/helpline/script";
import { answerLeg, tellLeg } from "../actions/answer-leg.ts";
import { continueCall } from "../actions/continue-call.ts";
import { endCall } from "../actions/end-call.ts";
import { hearRecording } from "../actions/hear-recording.ts";
import { routeCall } from "../actions/route-call.ts";
import {
  CallForm,
  DialledForm,
  DigitsForm,
  LegForm,
  RecordedForm,
  RecordingForm,
  TranscribedForm,
  VoiceQuery,
} from "../twilio/voice-forms.ts";
import { toScreenTwiml, toVoiceTwiml } from "../twilio/voice.ts";
import { signed } from "./signed.ts";
import type { SignedEnv } from "./signed.ts";

type VoiceContext = Context<SignedEnv>;

export const voice = new Hono<SignedEnv>()
  .use(signed)
  .post("/", async (context) => {
    const form = read(context, CallForm);
    if (form === null) return refuse(context);
    const { CallSid: sid, From: from, To: to } = form;
    const { helplineId, script } = await routeCall(context.get("services"), { sid, from, to });
    return say(context, helplineId, sid, script);
  })
  .post("/menu", (context) =>
    step(context, DigitsForm, (turn, { Digits: digits }) => ({ kind: "menu", turn, digits })),
  )
  .post("/dialled", (context) =>
    step(context, DialledForm, (turn, form, { CallStatus }) => ({
      kind: "dialled",
      turn,
      isBridged: form.DialBridged === "true",
      status: form.DialCallStatus,
      seconds: form.DialCallDuration,
      isCallerGone: OVER.has(CallStatus),
    })),
  )
  .post("/recorded", (context) =>
    step(context, RecordedForm, (_turn, { RecordingDuration: seconds }) => ({ kind: "recorded", seconds })),
  )
  .post("/screen", async (context) => screen(context, (turn) => ({ kind: "picked-up", turn })))
  .post("/pressed", async (context) =>
    screen(context, (turn) => {
      const digits = read(context, DigitsForm)?.Digits ?? "";
      return { kind: "pressed", turn, digits };
    }),
  )
  .post("/leg", async (context) => {
    const form = read(context, LegForm);
    const place = placeOf(context);
    if (form === null || place === null) return refuse(context);
    const { turn } = place;
    const kind = OVER.has(form.CallStatus) ? "completed" : "initiated";
    await tellLeg(context.get("services"), place, { kind, turn });
    return context.body(null, 204);
  })
  .post("/recording", async (context) => {
    const form = read(context, RecordingForm);
    // "absent": nothing was said.
    if (form?.RecordingStatus !== "completed") return context.body(null, 204);
    const { RecordingSid: recordingSid, RecordingDuration: seconds } = form;
    return hear(context, { kind: "recorded", recordingSid, seconds });
  })
  .post("/transcribed", async (context) => {
    const form = read(context, TranscribedForm);
    if (form === null) return refuse(context);
    const { TranscriptionStatus: status, TranscriptionText: text } = form;
    // "failed": nobody could make out a word.
    const isWritten = status === "completed" && text !== "";
    return hear(context, isWritten ? { kind: "transcribed", text, by: "twilio" } : { kind: "untranscribed" });
  })
  .post("/ended", async (context) => {
    const form = read(context, CallForm);
    if (form === null) return refuse(context);
    const { CallSid: sid, To: to, CallStatus } = form;
    if (OVER.has(CallStatus)) await endCall(context.get("services"), { sid, to });
    return context.body(null, 204);
  });

/** Twilio's words for a call, or a leg, that is over. */
const OVER: ReadonlySet<string> = new Set(["completed", "busy", "failed", "no-answer", "canceled"]);

/** A step of the caller's own call. */
async function step<Form>(
  context: VoiceContext,
  schema: z.ZodType<Form>,
  toEvent: (turn: number, form: Form, call: CallForm) => CallEvent,
): Promise<Response> {
  const [call, form] = [read(context, CallForm), read(context, schema)];
  if (call === null || form === null) return refuse(context);
  const { h: helplineId, t: turn, l: language } = VoiceQuery.parse(context.req.query());
  const place = { helplineId, sid: call.CallSid, language };
  const script = await continueCall(context.get("services"), place, toEvent(turn, form, call));
  return say(context, helplineId, call.CallSid, script);
}

/** What a volunteer hears. The form names their leg; the call is in our URL. */
async function screen(
  context: VoiceContext,
  toEvent: (turn: number) => Parameters<typeof answerLeg>[2],
): Promise<Response> {
  const place = placeOf(context);
  if (place === null) return refuse(context);
  const { services } = context.var;
  const acts = await answerLeg(services, place, toEvent(place.turn));
  return twiml(context, toScreenTwiml(acts, { ...place, publicUrl: services.settings.PUBLIC_URL }));
}

async function hear(context: VoiceContext, news: Parameters<typeof hearRecording>[2]): Promise<Response> {
  const { h: helplineId, s } = VoiceQuery.parse(context.req.query());
  const form = read(context, CallForm);
  const sid = s ?? form?.CallSid;
  if (sid === undefined) return refuse(context);
  const { From: from = "", To: to = "" } = form ?? {};
  await hearRecording(context.get("services"), { sid, from, to, helplineId }, news);
  return context.body(null, 204);
}

function placeOf(context: VoiceContext) {
  const { h: helplineId, s: sid, t: turn, l: language } = VoiceQuery.parse(context.req.query());
  return sid === undefined ? null : { helplineId, sid, turn, language };
}

function say(context: VoiceContext, helplineId: string | null, sid: string, script: Script): Response {
  const { PUBLIC_URL: publicUrl } = context.get("services").settings;
  const { acts, turn, language } = script;
  return twiml(context, toVoiceTwiml(acts, { publicUrl, helplineId, sid, turn, language }));
}

function twiml(context: VoiceContext, document: string): Response {
  return context.body(document, 200, { "content-type": "text/xml; charset=utf-8" });
}

function read<Form>(context: VoiceContext, schema: z.ZodType<Form>): Form | null {
  return schema.safeParse(context.get("form")).data ?? null;
}

function refuse(context: VoiceContext): Response {
  const requestId = context.get("requestId");
  context.get("services").log.warn("refused-webhook", { requestId, why: "form" });
  const message = "The form is not one of Twilio's about a call.";
  return context.json({ error: { code: "invalid", message, requestId } }, 422);
}
