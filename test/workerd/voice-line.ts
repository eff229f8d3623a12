// Groups with telephones in D1, and calls as Twilio makes them: each step is posted to the URL that the last document gave.
import { env, exports } from "cloudflare:workers";
import { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import { Shift } from "#core/rota/rota";
import type { Helpline } from "../../durable-objects/helpline/index.ts";
import type { Incoming } from "../../worker/actions/route-call.ts";
import { createIdentity } from "../../worker/identity.ts";
import { TEST_SECRETS } from "../fixtures/secrets.ts";
import { freshNumber, signedRequest } from "./story.ts";

const identity = createIdentity(TEST_SECRETS.IDENTITY_KEY);

export interface Group {
  readonly id: string;
  readonly number: string;
  readonly shiftId: string;
  readonly people: readonly Person[];
}

export interface Person {
  readonly id: string;
  readonly phone: string;
  readonly addressId: string;
}

/** Somebody with a telephone. */
export async function makePerson(name: string): Promise<Person> {
  const [id, phone] = [crypto.randomUUID(), freshNumber()];
  const addressId = await identity.idOf({ kind: "phone", value: phone });
  const config = VolunteerConfig.parse({ name, phone });
  await env.DB.prepare(
    "INSERT INTO volunteers (id, config, address_id, created_at, changed_at) VALUES (?, ?, ?, 0, 0)",
  )
    .bind(id, JSON.stringify(config), addressId)
    .run();
  return { id, phone, addressId };
}

/** A group whose people are on shift day and night, in that order. */
export async function makeGroup(
  people: readonly Person[],
  config: Partial<Record<keyof HelplineConfig, unknown>> = {},
): Promise<Group> {
  const [id, number, shiftId] = [crypto.randomUUID(), freshNumber(), crypto.randomUUID()];
  const volunteers = people.map((person) => person.id);
  const shifts = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    Shift.parse({
      id: weekday === 1 ? shiftId : crypto.randomUUID(),
      weekday,
      from: "00:00",
      to: "00:00",
      volunteers,
    }),
  );
  const { DB } = env;
  await DB.batch([
    DB.prepare(
      "INSERT INTO helplines (id, number, config, created_at, changed_at) VALUES (?, ?, ?, 0, 0)",
    ).bind(id, number, JSON.stringify(HelplineConfig.parse({ name: "Night line", number, ...config }))),
    ...volunteers.map((volunteerId) =>
      DB.prepare("INSERT INTO memberships (helpline_id, volunteer_id, created_at) VALUES (?, ?, 0)").bind(
        id,
        volunteerId,
      ),
    ),
    ...shifts.map((shift) =>
      DB.prepare("INSERT INTO shifts (helpline_id, id, body, changed_at) VALUES (?, ?, ?, 0)").bind(
        id,
        shift.id,
        JSON.stringify(shift),
      ),
    ),
  ]);
  return { id, number, shiftId, people };
}

export function helplineOf({ id }: { readonly id: string }): DurableObjectStub<Helpline> {
  return env.HELPLINE.getByName(id);
}

/** Whether nobody else has this person's time. */
export async function isFree({ addressId }: Person): Promise<boolean> {
  const contact = env.CONTACT.getByName(addressId);
  const now = Date.now();
  const wasFree = await contact.lease({ callId: "a test", until: now + 1_000, now });
  if (wasFree) await contact.endLease({ callId: "a test" });
  return wasFree;
}

export type Deliver = (request: Request) => Promise<Response>;

/** One call of one caller. */
export class PhoneCall {
  readonly sid = `CA${crypto.randomUUID().replaceAll("-", "")}`;
  readonly #from: string;
  readonly #to: string;
  readonly #deliver: Deliver;
  #last: readonly [path: string, form: Record<string, string>] = ["", {}];
  /** What the caller's call is to do. */
  twiml = "";

  constructor(
    from: string,
    to: { readonly number: string },
    deliver: Deliver = (request) => exports.default.fetch(request),
  ) {
    this.#from = from;
    this.#to = to.number;
    this.#deliver = deliver;
  }

  /** As the product reads it. */
  get incoming(): Incoming {
    return { sid: this.sid, from: this.#from, to: this.#to };
  }

  async begin(): Promise<string> {
    this.twiml = await this.post("/webhooks/twilio/voice", { CallStatus: "ringing" });
    return this.twiml;
  }

  /** The dial is over, and the caller still there unless said otherwise. */
  async dialled(
    status: string,
    { isBridged = false, callStatus = "in-progress" }: { isBridged?: boolean; callStatus?: string } = {},
  ): Promise<string> {
    this.twiml = await this.post(attribute(this.twiml, "Dial", "action"), {
      DialCallStatus: status,
      DialBridged: String(isBridged),
      DialCallSid: "CA00000000000000000000000000000002",
      ...(isBridged && { DialCallDuration: "60" }),
      CallStatus: callStatus,
    });
    return this.twiml;
  }

  /** The telephone that rings is picked up: what is said there. */
  pickUp(): Promise<string> {
    return this.#leg(attribute(this.twiml, "Number", "url"));
  }

  press(whisper: string, digits: string): Promise<string> {
    return this.#leg(attribute(whisper, "Gather", "action"), { Digits: digits });
  }

  /** What becomes of the leg of whom the newest document rings. */
  leg(callStatus: string): Promise<string> {
    return this.#leg(attribute(this.twiml, "Number", "statusCallback"), { CallStatus: callStatus });
  }

  async recorded(seconds: number): Promise<string> {
    this.twiml = await this.post(attribute(this.twiml, "Record", "action"), {
      RecordingDuration: String(seconds),
      Digits: "#",
    });
    return this.twiml;
  }

  /** The number's own status callback: no words of ours in its URL. */
  ended(): Promise<string> {
    return this.post("/webhooks/twilio/voice/ended", { CallStatus: "completed" });
  }

  /** The last webhook once more, with a token of its own. */
  again(): Promise<string> {
    return this.post(...this.#last);
  }

  async post(path: string, form: Record<string, string>): Promise<string> {
    this.#last = [path, form];
    const request = signedRequest(path, {
      CallSid: this.sid,
      AccountSid: TEST_SECRETS.TWILIO_ACCOUNT_SID,
      From: this.#from,
      To: this.#to,
      CallStatus: "in-progress",
      ...form,
    });
    const response = await this.#deliver(request);
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
    return response.text();
  }

  /** Twilio names the leg, not the call. */
  #leg(path: string, form: Record<string, string> = {}): Promise<string> {
    return this.post(path, { CallSid: "CA00000000000000000000000000000002", ...form });
  }
}

/** A URL of a document as Twilio calls it: from its path on, without the fragment. */
export function attribute(twiml: string, verb: string, name: string): string {
  const [, value] = new RegExp(`<${verb}\\b[^>]* ${name}="([^"]*)"`).exec(twiml) ?? [];
  if (value === undefined) throw new Error(`no ${name} of a ${verb} in ${twiml}`);
  return value.replaceAll("&amp;", "&").replace(/#.*/, "").replace(env.PUBLIC_URL, "");
}

/** Whom a document rings; null for nobody. */
export function rings(twiml: string): string | null {
  return /<Number [^>]*>([^<]*)</.exec(twiml)?.[1] ?? null;
}

/** What became of a call, in a word a line; a ring says whose and with what result. */
export async function traceOf(group: Group, { sid }: PhoneCall): Promise<string[]> {
  const call = await helplineOf(group).snapshot({ sid });
  return (call?.trace ?? []).map((entry) =>
    entry.kind === "rang" ? `${entry.volunteerId} ${entry.result}` : entry.kind,
  );
}
