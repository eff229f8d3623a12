// Messages left with a group: Twilio's store of recordings, its callbacks, and what has come of them.
import { env, exports } from "cloudflare:workers";
import { vi } from "vitest";
import { advanceVoicemail } from "../../worker/actions/advance-voicemail.ts";
import type { EmailRow } from "../../worker/db/emails.ts";
import { findVoicemail } from "../../worker/db/voicemails.ts";
import type { VoicemailRow } from "../../worker/db/voicemails.ts";
import { openServices } from "../../worker/services.ts";
import type { Services } from "../../worker/services.ts";
import type { VoicemailRecord } from "#core/helpline/call";
import { callIdOf } from "#core/helpline/state";
import { voicemailIdOf } from "#core/helpline/voicemail";
import { eventually, freshNumber } from "./story.ts";
import { attribute, makeGroup, PhoneCall } from "./voice-line.ts";
import type { Deliver, Group } from "./voice-line.ts";

/** A message of which only the record is there; ready to be mailed. */
export const LEFT: VoicemailRecord = {
  kind: "voicemail",
  id: "",
  callId: "call",
  sid: "CA1",
  helplineId: "helpline",
  addressId: null,
  address: { kind: "nobody" },
  seq: 1,
  at: 10,
  language: "en",
  calledAt: 5,
  recordingSid: "RE1",
  seconds: 9,
  recordedAt: 10,
  scribe: null,
  waitsUntil: 10,
  readyAt: 10,
  transcript: null,
};

export const DESK = "desk@riverside.test";

export interface RecordingStore {
  /** By the recording's id. */
  readonly sounds: Map<string, Response | (() => Response)>;
  /** Every request, as "METHOD url", with its credentials. */
  readonly requests: { readonly what: string; readonly authorization: string | null }[];
  isAway: boolean;
}

/** Stands between the Worker and the network for the rest of the test file. */
export function fakeRecordings(): RecordingStore {
  const store: RecordingStore = { sounds: new Map(), requests: [], isAway: false };
  vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    store.requests.push({
      what: `${request.method} ${url.origin}${url.pathname}`,
      authorization: request.headers.get("authorization"),
    });
    if (store.isAway) return Promise.resolve(new Response("away", { status: 503 }));
    const [, sid = ""] = /\/Recordings\/(RE[0-9a-f]+)\.(?:mp3|json)$/.exec(url.pathname) ?? [];
    const sound = store.sounds.get(sid);
    if (url.host !== "carrier.test" || sound === undefined)
      return Promise.resolve(new Response("none", { status: 404 }));
    if (request.method === "DELETE") {
      store.sounds.delete(sid);
      return Promise.resolve(new Response(null, { status: 204 }));
    }
    return Promise.resolve(typeof sound === "function" ? sound() : sound.clone());
  });
  return store;
}

/** A sound nobody else's is like. */
export function makeSound(bytes = 3_000): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

/** One message of one caller; callbacks are posted when a test says so. */
export class LeftMessage {
  readonly recordingSid = `RE${crypto.randomUUID().replaceAll("-", "")}`;
  readonly sound = makeSound();
  readonly call: PhoneCall;
  readonly #record: string;

  private constructor(call: PhoneCall) {
    this.call = call;
    this.#record = call.twiml;
  }

  /** The caller has said what they had to say. */
  static async leave(
    store: RecordingStore,
    group: Group,
    { from = freshNumber(), deliver }: { from?: string; deliver?: Deliver } = {},
  ): Promise<LeftMessage> {
    const call = new PhoneCall(from, group, deliver ?? ((request) => exports.default.fetch(request)));
    await call.begin();
    const message = new LeftMessage(call);
    await call.recorded(30);
    await call.ended();
    const headers = { "content-type": "audio/mpeg" };
    store.sounds.set(message.recordingSid, () => new Response(message.sound, { headers }));
    return message;
  }

  get id(): string {
    return voicemailIdOf(callIdOf(this.call.sid));
  }

  recorded(seconds = 30, form: Readonly<Record<string, string>> = {}): Promise<string> {
    return this.call.post(attribute(this.#record, "Record", "recordingStatusCallback"), {
      RecordingSid: this.recordingSid,
      RecordingStatus: "completed",
      RecordingDuration: String(seconds),
      RecordingUrl: `https://carrier.test/2010-04-01/Accounts/x/Recordings/${this.recordingSid}`,
      ...form,
    });
  }

  transcribed(text: string, status = "completed"): Promise<string> {
    return this.call.post(attribute(this.#record, "Record", "transcribeCallback"), {
      RecordingSid: this.recordingSid,
      TranscriptionStatus: status,
      TranscriptionText: text,
    });
  }

  async row(): Promise<VoicemailRow> {
    const { db } = await openServices(env);
    return eventually(() => findVoicemail(db, this.id));
  }

  /** Waits until the row is like that. */
  async becomes(isSo: (row: VoicemailRow) => boolean): Promise<VoicemailRow> {
    let seen: VoicemailRow | null = null;
    try {
      return await eventually(async () => {
        seen = await this.row();
        return isSo(seen) ? seen : null;
      });
    } catch {
      throw new Error(`it stayed ${JSON.stringify(seen)}`);
    }
  }

  /** Oldest first. */
  async mails(): Promise<EmailRow[]> {
    const { results } = await env.DB.prepare(
      "SELECT * FROM emails WHERE about_kind = 'voicemail' AND about_id = ? ORDER BY created_at, subject LIKE 'Re:%'",
    )
      .bind(this.id)
      .all<EmailRow & { attachments: string }>();
    return results.map((row) => ({ ...row, attachments: JSON.parse(row.attachments) as [] }));
  }

  /** Does what is due, by these services. */
  async advance(services: Partial<Services> = {}): Promise<void> {
    await advanceVoicemail({ ...(await openServices(env)), ...services }, this.id);
  }
}

/** Nobody is on shift: whoever calls leaves a message. */
export function makeMachine(
  voicemail: object = {},
  config: Parameters<typeof makeGroup>[1] = {},
): Promise<Group> {
  return makeGroup([], { voicemail: { emails: [DESK], ...voicemail }, ...config });
}
