// Yesterday's calls: put through at once, or to the second after a mailbox; in French; and one that came when nobody was on.
import type { Answering, Handset } from "../../carrier/carrier.ts";
import { eventually } from "../../system/eventually.ts";
import type { System } from "../../system/system.ts";
import { GROUPS, type GroupName } from "./groups.ts";
import { PEOPLE } from "./people.ts";

/** Where the message that is left goes; it is there before time goes on. */
const MESSAGES = "auckland@riverside.example";
const MAIL_WITHIN_MS = 20_000;

interface Phoned {
  readonly by: readonly [number: string, name: string];
  readonly group: GroupName;
  /** What each volunteer's telephone does; the others' ring. */
  readonly phones?: Readonly<Record<string, Answering>>;
  /** A key of the menu. */
  readonly presses?: string;
  /** What they say to the machine. */
  readonly leaves?: string;
}

function takes(minutes: number): Answering {
  return { kind: "answers", presses: "1", talksSeconds: minutes * 60 };
}

const CALLS: readonly Phoned[] = [
  {
    by: PEOPLE.rosa,
    group: "bristol",
    phones: { "Ifeoma Eze": { kind: "mailbox" }, "Maya Clarke": takes(6), "Rhys Bevan": takes(6) },
  },
  {
    by: PEOPLE.tomasz,
    group: "bristol",
    phones: { "Ifeoma Eze": takes(11), "Maya Clarke": takes(11), "Rhys Bevan": takes(11) },
  },
  {
    by: ["+14165550143", "Lucie Gagnon"],
    group: "toronto",
    presses: "2",
    phones: { "Chloé Tremblay": takes(4), "Aisha Khan": takes(4) },
  },
  {
    by: ["+64215550144", "Hemi Walker"],
    group: "auckland",
    leaves:
      "Kia ora, it is Hemi. I could not sleep and thought I would try. I will call again tomorrow evening, or you can ring me in the afternoon.",
  },
];

/** Who talked: their telephones ring again afterwards, for whoever sits before the demo. */
export async function playCalls(system: System): Promise<void> {
  for (const call of CALLS) await playCall(system, call);
  // Twilio takes a while to write down what was said.
  await system.carrier.pass(60);
  const box = system.mailbox(MESSAGES);
  await eventually(async () => box.mails().length > 0, {
    withinMs: MAIL_WITHIN_MS,
    what: "the message by e-mail",
  });
}

async function playCall({ handset }: System, phoned: Phoned): Promise<void> {
  const { by, group, phones = {}, presses, leaves } = phoned;
  const { config, volunteers } = GROUPS[group];
  const telephones = new Map<Handset, Answering>();
  for (const { name, phone } of volunteers) telephones.set(handset(phone), phones[name] ?? { kind: "rings" });
  for (const [telephone, answering] of telephones) telephone.whenCalled(answering);
  const [number, name] = by;
  const call = await handset(number, { name, zone: config.zone ?? "UTC" }).call(config.number);
  if (presses !== undefined) {
    await call.hears("2");
    await call.press(presses);
  }
  if (leaves === undefined) await call.ended();
  else {
    await call.hears("beep");
    await call.speak(leaves);
    await call.hangUp();
  }
  for (const telephone of telephones.keys()) telephone.whenCalled({ kind: "rings" });
}
