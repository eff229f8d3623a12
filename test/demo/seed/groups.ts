// The demo's three groups of volunteers, in three time zones: who is on when, and what callers hear.
import type { HelplineConfig, VolunteerConfig } from "#core/helpline/helpline";
import type * as z from "zod";
import { ZONE } from "../start.ts";

export type GroupName = "bristol" | "toronto" | "auckland";

export interface DemoGroup {
  readonly config: z.input<typeof HelplineConfig>;
  readonly volunteers: readonly DemoVolunteer[];
  readonly shifts: readonly DemoShift[];
}

export type DemoVolunteer = z.input<typeof VolunteerConfig> & { readonly phone: string };

interface DemoShift {
  /** ISO 8601: 1 is Monday. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  /** In the order they are rung. */
  readonly who: readonly string[];
  readonly order?: "given" | "turns";
}

/** Who looks after all of them. */
export const COORDINATOR = "coordinator@riverside.example";
export const ORGANISERS = "organisers@riverside.example";

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const WEEKDAYS = [1, 2, 3, 4, 5];

function volunteer(
  name: string,
  phone: string,
  remindBy: DemoVolunteer["remindBy"] = ["email"],
  language = "en",
): DemoVolunteer {
  const [first = name] = name.toLowerCase().normalize("NFD").split(" ");
  const email = `${first.replaceAll(/[^a-z]/g, "")}@volunteers.example`;
  return { name, phone, email, remindBy, language, proof: "signed the volunteers' agreement" };
}

/** Numbers that Ofcom and the NANPA keep for fiction; New Zealand keeps none, and nobody there has a 555. */
export const GROUPS: Readonly<Record<GroupName, DemoGroup>> = {
  bristol: {
    config: {
      name: "Bristol Neighbour Line",
      number: "+441174960200",
      zone: ZONE,
      order: "round-robin",
      prompts: {
        greeting: {
          en: "Hello, this is the Bristol Neighbour Line. We are finding somebody for you to talk to.",
        },
      },
      voicemail: { emails: ["bristol@riverside.example"] },
      coordinators: [COORDINATOR],
    },
    volunteers: [
      volunteer("Maya Clarke", "+447700900801", ["sms"]),
      volunteer("Tom Hughes", "+447700900802", ["email", "sms"]),
      volunteer("Ifeoma Eze", "+447700900803"),
      volunteer("Rhys Bevan", "+447700900804", ["sms"]),
      // On no shift of the week: he steps in.
      volunteer("Joe Adler", "+447700900806", ["sms"]),
      volunteer("Safiya Noor", "+447700900805", ["whatsapp", "email"]),
    ],
    shifts: [
      { days: WEEK, from: "08:00", to: "14:00", who: ["Maya Clarke", "Tom Hughes"] },
      { days: WEEK, from: "14:00", to: "16:00", who: ["Rhys Bevan"] },
      { days: WEEK, from: "16:00", to: "22:00", who: ["Ifeoma Eze", "Maya Clarke"], order: "turns" },
      { days: WEEK, from: "22:00", to: "02:00", who: ["Safiya Noor", "Tom Hughes"], order: "turns" },
      { days: WEEK, from: "02:00", to: "08:00", who: ["Safiya Noor", "Ifeoma Eze"], order: "turns" },
    ],
  },
  toronto: {
    config: {
      name: "Toronto Food Line",
      number: "+14165550100",
      zone: "America/Toronto",
      order: "least-recent",
      prompts: {
        greeting: {
          en: "Hello, this is the Toronto Food Line.",
          fr: "Bonjour, ici la Ligne alimentaire de Toronto.",
        },
        voicemail: {
          en: "We are not here right now. Tell us your name and what you need after the tone.",
          fr: "Nous sommes absents. Dites-nous votre nom et ce dont vous avez besoin après le signal.",
        },
      },
      menu: {
        text: { en: "For English, press 1.", fr: "Pour le français, appuyez sur le 2." },
        choices: { 1: { kind: "language", language: "en" }, 2: { kind: "language", language: "fr" } },
      },
      voicemail: { emails: ["toronto@riverside.example"] },
      coordinators: [COORDINATOR],
    },
    volunteers: [
      volunteer("Chloé Tremblay", "+14165550111", ["email"], "fr"),
      volunteer("Liam Murphy", "+14165550112"),
      volunteer("Aisha Khan", "+14165550113", ["sms", "email"]),
    ],
    shifts: [
      { days: WEEKDAYS, from: "08:00", to: "13:00", who: ["Chloé Tremblay", "Liam Murphy"] },
      { days: WEEKDAYS, from: "13:00", to: "18:00", who: ["Liam Murphy", "Aisha Khan", "Chloé Tremblay"] },
      { days: [6, 7], from: "08:00", to: "16:00", who: ["Aisha Khan", "Chloé Tremblay"], order: "turns" },
    ],
  },
  auckland: {
    config: {
      name: "Auckland Listening Line",
      number: "+6495550100",
      zone: "Pacific/Auckland",
      prompts: {
        greeting: { en: "Kia ora, this is the Auckland Listening Line." },
        whisper: { en: "Somebody would like to be listened to." },
      },
      voicemail: { emails: ["auckland@riverside.example"] },
      coordinators: [COORDINATOR],
    },
    volunteers: [
      volunteer("Aroha Ngata", "+64215550101"),
      volunteer("Wiremu Parata", "+64215550102"),
      volunteer("Grace Chen", "+64215550103"),
    ],
    shifts: [
      { days: WEEK, from: "18:00", to: "23:00", who: ["Aroha Ngata", "Wiremu Parata"], order: "turns" },
      { days: [5, 6], from: "23:00", to: "03:00", who: ["Grace Chen"] },
    ],
  },
};
