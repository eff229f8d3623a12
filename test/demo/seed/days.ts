// Three days at the Riverside Centre: who wrote what, where and when.
import type { LineName } from "./lines.ts";
import type { Person } from "./people.ts";

/** One person's side of a conversation, in order; who stops early has broken off. */
export interface Talk {
  readonly who: Person;
  readonly on: LineName;
  readonly says: readonly string[];
}

/** Talks at one time of the demo's clock; they do not wait for each other. */
export interface Sitting {
  /** Minutes after the sitting before. */
  readonly afterMinutes: number;
  readonly talks: readonly Talk[];
  /** Whether the groups' numbers are called after it. */
  readonly calls?: "come";
}

const HOUR = 60;

function text(who: Person, ...says: string[]): Talk {
  return { who, on: "texts", says };
}

function whatsapp(who: Person, ...says: string[]): Talk {
  return { who, on: "whatsapp", says };
}

function tollFree(who: Person, ...says: string[]): Talk {
  return { who, on: "tollFree", says };
}

/** The first is at 10:00. The jump to the third brings the reminders of those who had not answered for 23 hours. */
export const SITTINGS: readonly Sitting[] = [
  {
    afterMinutes: 0,
    talks: [
      text(
        "amara",
        "REVIEW",
        "Kettle K2",
        "Amara",
        "Boils in a minute and the handle stays cool. The lid is a bit stiff.",
      ),
      text("ben", "review", "Trail shoes", "Ben", "Great grip, but they run half a size small."),
      text("chloe", "Review please", "Desk lamp", "Chloe", "Warm light, no flicker. Love it!"),
      text("dev", "REVIEW", "Noise-cancelling headphones"),
      whatsapp(
        "grace",
        "REVIEW",
        "Rice cooker",
        "Grace",
        "Perfect rice every time. My mother wants one, too 🍚",
      ),
      text("elena", "ENCUESTA", "Español", "Cada semana", "1, 2", "9", "Las clases de inglés", "sí"),
      text("femi", "SURVEY", "English", "1", "food bank and classes", "10", "The people at the desk", "no"),
      text("kath", "SURVEY", "1", "never", "I work evenings and you close at six", "yes please"),
    ],
  },
  {
    afterMinutes: 5 * HOUR,
    talks: [
      text("hamza", "SURVEY", "English", "2", "sport", "4", "The changing rooms are always cold", "yes"),
      text("javier", "encuesta", "2", "3", "No tengo con quién dejar a los niños", "no"),
      text("layla", "تقييم", "٥", "1", "نعم"),
      whatsapp("nadia", "تقييم", "3", "تطعيم", "لا"),
      text("iris", "JOIN", "yes", "Iris"),
      text("owen", "JOIN", "what is it about?", "YES", "Owen"),
      text("sam", "VOLUNTEER", "Sam", "yes", "driving", "tomorrow"),
      tollFree("quinn", "REVIEW", "Rain jacket", "Quinn", "Kept me dry through a whole festival."),
    ],
  },
  {
    afterMinutes: 19 * HOUR,
    talks: [
      text("mateo", "SURVEY", "spanish", "1", "deporte", "8", "El gimnasio por la tarde", "no"),
      text("rosa", "JOIN", "no"),
      text("priya", "REVIEW", "Yoga mat", "Priya", "Smells of rubber for a week, then it is lovely."),
      text("tomasz", "Is the hall free on Saturday the 5th?"),
      whatsapp("uma", "REVIEW", "Blender", "Uma", "Loud, but it crushes ice."),
      text(
        "wendy",
        "SURVEY",
        "English",
        "1",
        "childcare",
        "please stop the bill you keep sending me",
        "3",
        "Charge us once, not twice",
        "yes",
      ),
      tollFree("victor", "JOIN", "yes", "Victor"),
    ],
  },
  {
    afterMinutes: 6 * HOUR,
    calls: "come",
    talks: [
      text("yusuf", "تقييم", "ممتاز", "٤", "٢", "نعم"),
      text("zoe", "VOLUNTEER", "Zoe", "yes", "cooking", "talk to someone"),
      text("ben", "SURVEY", "English", "2", "sport", "STOP"),
      text("dev", "Dev", "They are fine, but the left one creaks."),
    ],
  },
  { afterMinutes: 16 * HOUR, talks: [text("iris", "REVIEW", "Watering can", "Iris")] },
];

/** What somebody on the website answers. */
export const CHAT = [
  "Umbrella",
  "Nia",
  "Turned inside out in the first wind. The colour is lovely, though.",
] as const;
