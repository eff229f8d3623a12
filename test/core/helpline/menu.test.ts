// The menu before a call, and the languages a group speaks.
import { expect, test } from "vitest";
import { CALL_SENTENCES } from "#core/helpline/sentences";
import { SENTENCES } from "#core/conversation/sentences";
import { play, tidy } from "./play.ts";
import type { Setting } from "./play.ts";

function plays(setting: Setting, transcript: string): void {
  expect(play(transcript, setting)).toBe(tidy(transcript));
}

const MENU: Setting = {
  people: ["Ann"],
  config: {
    prompts: { greeting: { en: "Welcome.", es: "Hola." } },
    menu: {
      text: { en: "1 to talk, 2 for hours, 3 to leave a message.", es: "1 para hablar." },
      choices: {
        1: { kind: "hunt" },
        2: { kind: "say", text: { en: "We are there from 9 to 5." } },
        3: { kind: "voicemail" },
        4: { kind: "number", number: "+15550007777" },
        9: { kind: "language", language: "es" },
      },
    },
  },
};

test("keys, wrong keys, and information", () =>
  plays(
    MENU,
    `> calls
     < Welcome.
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses 7
     < Sorry, that is not one of the choices.
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses 2
     < We are there from 9 to 5.
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > hangs up
     = informed; key 7; key 2; ended by caller`,
  ));

test("a language is spoken from then on, and nobody transcribes it", () =>
  plays(
    MENU,
    `> calls
     < Welcome.
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses 9
     <es> 1 para hablar.
     ~ waits for a key
     > presses 3
     <es> Deje su mensaje después de la señal y cuelgue cuando haya terminado.
     ~ beep, 120 s at most
     ~ hangs up
     > leaves a message of 8 s
     <es> Gracias. Adiós.
     ~ hangs up
     = voicemail; key 9; speaks es; key 3; voicemail; recorded 8 s; ended by us`,
  ));

test("who presses nothing three times is put through", () =>
  plays(
    { ...MENU, language: "de" },
    `> calls
     < Welcome.
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses nothing
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses nothing
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses nothing
     ~ rings +15550002000 for 20 s, showing the line
     > Ann presses 1 and talks 10 s
     Ann <de> Ein Anruf für Night line.
     Ann <de> Drücken Sie 1, um ihn anzunehmen, oder 2, um ihn weiterzugeben.
     ~ hangs up
     = answered; key none; key none; key none; rang Ann 5 s, talked 10 s; ended by volunteer`,
  ));

test("a menu of languages leads on by itself", () =>
  plays(
    {
      people: ["Ann"],
      config: {
        menu: {
          text: { en: "For English press 1.", fr: "Pour le français, appuyez sur 2." },
          choices: { 1: { kind: "language", language: "en" }, 2: { kind: "language", language: "fr" } },
        },
      },
    },
    `> calls
     < Hello, this is Night line.
     < For English press 1.
     <fr> Pour le français, appuyez sur 2.
     ~ waits for a key
     > presses 2
     <fr> Veuillez patienter, nous cherchons quelqu'un pour vous répondre.
     ~ rings +15550002000 for 20 s, showing the line
     > hangs up
     = missed; key 2; speaks fr; rang Ann 0 s, caller-hung-up; ended by caller`,
  ));

test("another number by key, and the machine when nobody answers there", () =>
  plays(
    MENU,
    `> calls
     < Welcome.
     < 1 to talk, 2 for hours, 3 to leave a message.
     <es> 1 para hablar.
     ~ waits for a key
     > presses 4
     ~ forwards +15550007777 for 20 s, showing the line
     > the other number does not answer
     < Nobody can take your call right now.
     < Please leave a message after the tone, and hang up when you are done.
     ~ beep, 120 s at most, transcribed
     ~ hangs up
     > hangs up
     = missed; key 4; forwarded +15550007777 20 s, no-answer; voicemail; ended by caller`,
  ));

test("we speak on the telephone what we write in texts, and always say whose line it is", () => {
  expect(Object.keys(CALL_SENTENCES)).toEqual(Object.keys(SENTENCES));
  const placeholders = Object.values(CALL_SENTENCES).map(
    ({ greeting, whisper }) => greeting.includes("{name}") && whisper.includes("{name}"),
  );
  expect(placeholders).not.toContain(false);
});
