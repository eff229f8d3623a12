// What is said, played or waited for: `<Say>`, `<Play>` and `<Pause>`, alone or inside a `<Gather>`.
import { readNumber } from "./attributes.ts";
import { allowAttributes, textOf, Wrong } from "./document.ts";
import type { Prompt } from "./verbs.ts";
import type { Element } from "./xml.ts";

/** Every language that Twilio's library knows for `<Say>`. */
const LANGUAGES: ReadonlySet<string> = new Set(
  (
    "af-ZA am-ET ar-AE ar-XA arb bg-BG bn-IN ca-ES cmn-CN cmn-TW cs-CZ cy-GB da-DK de-AT de-DE el-GR en-AU " +
    "en-CA en-GB en-GB-WLS en-IE en-IN en-NZ en-US en-ZA es-ES es-MX es-US fi-FI fil-PH fr-CA fr-FR fr-BE gu-IN " +
    "he-IL hi-IN hu-HU id-ID is-IS it-IT ja-JP kn-IN ko-KR lv-LV ml-IN mr-IN ms-MY nb-NO nl-BE nl-NL pa-IN pl-PL " +
    "pt-BR pt-PT ro-RO ru-RU sk-SK sr-RS sv-SE ta-IN te-IN th-TH tr-TR uk-UA vi-VN yue-HK zh-CN zh-HK zh-TW"
  ).split(" "),
);
const VOICE =
  /^(man|woman|alice|Polly\.\p{Lu}\p{Ll}+(-(Neural|Generative))?|Google\.[a-z]{2,3}-[A-Za-z]{2}-[A-Za-z0-9-]+)$/u;

/** SSML that `<Say>` may hold; it changes how the words sound, not which they are. */
const SSML: ReadonlySet<string> = new Set("break emphasis lang p phoneme prosody s say-as sub w".split(" "));

/** Twilio reads no more than this aloud (13521). */
const SAY_CHARS_MAX = 4096;
const LOOP_MAX = 1000;
const PAUSE_SECONDS_MAX = 3600;

/** Undefined where the element is none of the three. */
export function readPrompt(element: Element): Prompt | undefined {
  switch (element.name) {
    case "Say":
      return readSay(element);
    case "Play":
      return readPlay(element);
    case "Pause": {
      allowAttributes(element, ["length"]);
      const limits = { least: 1, most: PAUSE_SECONDS_MAX, otherwise: 1 };
      return { kind: "pause", seconds: readNumber(element, "length", 13910, limits) };
    }
    default:
      return undefined;
  }
}

function readSay(element: Element): Prompt {
  allowAttributes(element, ["voice", "language", "loop"]);
  const language = element.attributes.get("language") ?? "en-US";
  const voice = element.attributes.get("voice") ?? "man";
  if (!LANGUAGES.has(language)) throw new Wrong(13512, `language="${language}" on <Say>`);
  if (!VOICE.test(voice)) throw new Wrong(13511, `voice="${voice}" on <Say>`);
  const text = wordsOf(element).replace(/\s+/g, " ").trim();
  if (text === "") throw new Wrong(13520, "a <Say> without a word");
  if (text.length > SAY_CHARS_MAX) throw new Wrong(13521, `a <Say> of ${text.length} characters`);
  return { kind: "say", text, language, voice, loop: readLoop(element, 13510) };
}

function wordsOf(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child;
      if (!SSML.has(child.name)) throw new Wrong(12200, `<${child.name}> inside <Say>`);
      return child.name === "break" ? " " : wordsOf(child);
    })
    .join("");
}

function readPlay(element: Element): Prompt {
  allowAttributes(element, ["loop"]);
  const url = textOf(element);
  if (url === "" || !URL.canParse(url, "https://base.test")) throw new Wrong(11100, `<Play>${url}</Play>`);
  return { kind: "play", url, loop: readLoop(element, 13410) };
}

/** 0 is for ever, which is as often as the limit allows. */
function readLoop(element: Element, code: number): number {
  const loop = readNumber(element, "loop", code, { least: 0, most: LOOP_MAX, otherwise: 1 });
  return loop === 0 ? LOOP_MAX : loop;
}
