// A line as its form holds it, and what of it is sent. Every option a line has stands in one of the form's tabs.
import type { LineConfig } from "#core/line";
import type { SenderKind } from "#core/sender-kind";
import type { LineTab } from "./tabs.ts";

/** Where each option is; one that is forgotten here does not compile. */
export const TAB_OF = {
  name: "line",
  channel: "line",
  sender: "line",
  address: "line",
  organisation: "line",
  language: "line",
  zone: "line",
  optOutBy: "line",
  hours: "hours",
  segmentsPerSecond: "sending",
  prices: "sending",
  spendCapPerDay: "sending",
  countries: "sending",
  words: "words",
  unmatchedReply: "words",
  helpReply: "words",
} as const satisfies Record<keyof LineConfig, LineTab>;

export type Option = keyof LineConfig;
const OPTIONS = Object.keys(TAB_OF) as readonly Option[];

/** As the form has it at the moment: what is optional may be undefined. */
export type LineDraft = {
  readonly [Name in Option]: undefined extends LineConfig[Name]
    ? LineConfig[Name] | undefined
    : LineConfig[Name];
};

export const CHANNEL_OF = {
  "long-code": "sms",
  "toll-free": "sms",
  "short-code": "sms",
  "messaging-service": "sms",
  whatsapp: "whatsapp",
  "whatsapp-sandbox": "whatsapp",
  chat: "chat",
} as const satisfies Record<SenderKind, LineConfig["channel"]>;

const DAYTIME = [{ from: "08:00", to: "21:00" }];

/** What a new line begins with. */
export function blankLine(zone: string, address = ""): LineDraft {
  return {
    ...noOptions(),
    name: "",
    channel: "sms",
    sender: "long-code",
    address,
    organisation: "",
    language: "en",
    zone,
    hours: {
      days: {
        "1": DAYTIME,
        "2": DAYTIME,
        "3": DAYTIME,
        "4": DAYTIME,
        "5": DAYTIME,
        "6": DAYTIME,
        "7": DAYTIME,
      },
      holidays: [],
    },
  };
}

export function toDraft(config: LineConfig): LineDraft {
  return { ...noOptions(), ...config };
}

/** The configuration the form stands for: without empty wordings, lists and options. */
export function toConfig(draft: LineDraft): LineConfig {
  const { words, unmatchedReply, helpReply, countries, prices, ...rest } = draft;
  const lists = dropEmpty({
    optOut: tidyRecord(words?.optOut, tidyList),
    optIn: tidyRecord(words?.optIn, tidyList),
    help: tidyRecord(words?.help, tidyList),
  });
  return dropEmpty({
    ...rest,
    name: rest.name.trim(),
    address: rest.address.trim(),
    organisation: rest.organisation.trim(),
    words: Object.keys(lists).length === 0 ? undefined : lists,
    unmatchedReply: tidyRecord(unmatchedReply, tidyText),
    helpReply: tidyRecord(helpReply, tidyText),
    countries: countries === undefined || countries.length === 0 ? undefined : countries,
    prices,
  }) as LineConfig;
}

export type LinePatch = { readonly [Name in Option]?: LineConfig[Name] | null };

/** What the form changes about a line: null takes an option away; nothing where it stands for the same. */
export function patchOf(before: LineConfig, draft: LineDraft): LinePatch {
  const [kept, after] = [toConfig(toDraft(before)), toConfig(draft)];
  const changed = OPTIONS.filter((name) => JSON.stringify(kept[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

function noOptions() {
  return {
    optOutBy: undefined,
    segmentsPerSecond: undefined,
    prices: undefined,
    spendCapPerDay: undefined,
    countries: undefined,
    words: undefined,
    unmatchedReply: undefined,
    helpReply: undefined,
  };
}

function tidyText(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}

function tidyList(words: string[]): string[] | undefined {
  return words.length === 0 ? undefined : words;
}

function tidyRecord<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  tidy: (value: Value) => Value | undefined,
): Record<string, Value> | undefined {
  const entries = Object.entries(record ?? {}).flatMap(([language, value]) => {
    const tidied = tidy(value);
    return tidied === undefined ? [] : [[language, tidied] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function dropEmpty<Whole extends object>(
  whole: Whole,
): { [Name in keyof Whole]?: Exclude<Whole[Name], undefined> } {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Whole]?: Exclude<Whole[Name], undefined>;
  };
}
