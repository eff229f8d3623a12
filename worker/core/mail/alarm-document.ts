// An alarm as an e-mail for whoever is woken by it: what, since when, what to do, where.
import type { AlarmKind } from "#core/alarm";
import type { Block, MailDocument } from "#core/mail/document";

export interface Alarm {
  readonly kind: AlarmKind;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

interface Words {
  readonly title: string;
  readonly toDo: string;
}

const WORDS = {
  "campaign-paused": {
    title: "A campaign has paused itself",
    toDo: "Mend what it names, then resume the campaign. Nobody is sent anything until you do, and nobody is sent anything twice.",
  },
  "credentials-refused": {
    title: "Twilio does not let us in",
    toDo: "Check the auth token or API key at Twilio and set it again (README, Settings). Messages that came in were kept; what goes out waits.",
  },
  "spend-cap": {
    title: "A line has spent its money for today",
    toDo: "Nothing, if that is right: it goes on by itself tomorrow. Raise the line's spend cap if it should go on today.",
  },
  "funnel-stuck": {
    title: "A funnel begins with nobody",
    toDo: "Mend what it names; those who wait are begun with in the next slot.",
  },
  "dead-letters": {
    title: "Some work could not be done",
    toDo: "Look at the dead letters. Once the cause is mended, send them again from there: nothing is lost, and nothing is done twice.",
  },
  "telephone-failing": {
    title: "A volunteer's telephone cannot be rung",
    toDo: "Ask the volunteer for the number that works. Until then calls go to whoever is next on the rota.",
  },
  "calls-failing": {
    title: "A call could not be put through to anybody",
    toDo: "Look at Twilio's status page, and in its console under Monitor, Errors. If all is well there, ask the volunteers on shift for the numbers that work. Callers are asked for a message meanwhile.",
  },
  "twilio-error": {
    title: "Twilio reports an error",
    toDo: "Open Twilio's page about the error; it says what usually causes it. Twilio's console lists each of them under Monitor, Errors.",
  },
  "email-refused": {
    title: "E-mails do not go out",
    toDo: "Check the API key and the domain in Resend's dashboard, and its status page. E-mails wait for a day and then fail; failed ones can be sent again.",
  },
  "operator-unreachable": {
    title: "An operator no longer gets our e-mails",
    toDo: "Correct the address in the settings. If it is right after all, lift the suppression of that address.",
  },
} as const satisfies Record<AlarmKind, Words>;

export interface Place {
  /** Of the product, without a slash at its end. */
  readonly publicUrl: string;
  /** IANA. */
  readonly zone: string;
}

/** One alarm by itself; several gathered, the oldest first. */
export function composeAlarms(alarms: readonly Alarm[], { publicUrl, zone }: Place): MailDocument {
  const [first] = alarms;
  const title =
    alarms.length === 1 && first !== undefined
      ? WORDS[first.kind].title
      : `${alarms.length} more things need somebody`;
  return {
    language: "en",
    subject: `Alarm: ${title}`,
    preview: first?.text ?? "",
    blocks: [
      ...(alarms.length === 1 ? [] : [{ kind: "heading", text: title } as const]),
      ...alarms.flatMap((alarm) => tell(alarm, zone)),
      { kind: "button", text: "Open the alarms", url: `${publicUrl}/setup/health` },
    ],
    reason: "You get this because you are named as an operator in Partyline's settings.",
  };
}

function tell({ kind, text, at }: Alarm, zone: string): readonly Block[] {
  const { title, toDo } = WORDS[kind];
  const since = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "full", timeStyle: "short" });
  return [
    { kind: "heading", text: title },
    { kind: "text", text, tone: "bad" },
    {
      kind: "facts",
      rows: [
        { label: "Since", value: `${since.format(at)} (${zone})` },
        { label: "What to do", value: toDo },
      ],
    },
  ];
}
