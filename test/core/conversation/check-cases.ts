// Flows with one kind of trouble each, and what is said about it.
import type { ProblemCode } from "#core/conversation/check";
import { ask, branch, choice, option, RED_OR_BLUE, say, TEXT } from "./small-flow.ts";

export interface Case {
  readonly code: ProblemCode;
  readonly nodes: readonly object[];
  readonly more?: object;
  readonly finds: readonly string[];
}

export const CASES: readonly Case[] = [
  {
    code: "goto-missing",
    nodes: [say("hi", "Hi", { next: "gone" })],
    finds: ['error at hi: "next" leads to "gone", which is not a node of this flow.'],
  },
  {
    code: "goto-missing",
    nodes: [ask("name", TEXT)],
    more: { interrupts: [{ words: { en: ["menu"] }, next: "menu" }] },
    finds: ['error at the flow: An interrupt leads to "menu", which is not a node of this flow.'],
  },
  {
    code: "id-repeated",
    nodes: [say("hi", "Hi"), say("hi", "Hi again")],
    finds: ['error at hi: "hi" is the id of several nodes.'],
  },
  {
    code: "id-repeated",
    nodes: [ask("colour", choice(option("red", "Red"), option("red", "Crimson")))],
    finds: ['error at colour: "red" is used more than once in this node.'],
  },
  {
    code: "answer-overwritten",
    nodes: [ask("name", TEXT), ask("again", TEXT, { saveAs: "name" })],
    finds: [
      'warning at again: The answer "name" of "name" is overwritten here: fine for a correction, else save it as something else.',
    ],
  },
  {
    // On two branches one name is fine.
    code: "answer-overwritten",
    nodes: [
      ask("adult", { kind: "yes-no", yes: "name", no: "nickname" }),
      ask("name", TEXT, { next: "end" }),
      ask("nickname", TEXT, { saveAs: "name" }),
    ],
    finds: [],
  },
  {
    code: "unreachable",
    nodes: [say("hi", "Hi", { next: "bye" }), say("lost", "Nobody sees this"), say("bye", "Bye")],
    finds: ["warning at lost: No way leads here: nobody will ever see it."],
  },
  {
    code: "dead-end",
    nodes: [ask("menu", RED_OR_BLUE), say("again", "Let us begin again.", { next: "menu" })],
    finds: [
      "warning at menu: From here the conversation never comes to an end; it only fades out in silence.",
      "warning at again: From here the conversation never comes to an end; it only fades out in silence.",
    ],
  },
  {
    code: "loop",
    nodes: [
      say("ping", "Ping"),
      branch({ path: "tags", op: "contains", value: "vip" }),
      say("pong", "Pong", { next: "ping" }),
    ],
    finds: ['error at ping: "ping", "fork" and "pong" go round in a circle without waiting for anyone.'],
  },
  {
    // A date that has passed is not waited for.
    code: "loop",
    nodes: [
      ask("day", { kind: "date" }),
      { id: "then", kind: "wait", until: { kind: "answer-date", answer: "day", at: "09:00" } },
      say("tick", "Tick", { next: "then" }),
    ],
    finds: ['error at then: "then" and "tick" go round in a circle without waiting for anyone.'],
  },
  { code: "loop", nodes: [ask("name", TEXT), say("again", "Again", { next: "name" })], finds: [] },
  {
    code: "wait-pointless",
    nodes: [say("hi", "Hi"), { id: "day", kind: "wait", until: { kind: "minutes", minutes: 60 } }],
    finds: ["warning at day: Nothing comes after this wait."],
  },
  {
    code: "translation-missing",
    nodes: [
      { id: "hi", kind: "say", text: { en: "Hi" } },
      { id: "bye", kind: "say", text: { es: "Adiós" } },
      ask("colour", RED_OR_BLUE, { text: { en: "Colour?", es: "¿Color?" } }),
    ],
    more: { languages: ["en", "es"] },
    finds: [
      'error at bye: The text has no wording in "en", the flow\'s own language.',
      'warning at hi: The text is not translated into "es".',
      'warning at colour: The label of red is not translated into "es".',
      'warning at colour: The label of blue is not translated into "es".',
    ],
  },
  {
    code: "language-unknown",
    nodes: [
      { id: "hi", kind: "say", text: { en: "Hi", fr: "Salut" } },
      { id: "switch", kind: "set", changes: [{ kind: "language", language: "de" }] },
    ],
    finds: [
      'warning at hi: The text is written in "fr", which this flow does not speak.',
      'warning at switch: It changes the language to "de", which this flow does not speak.',
    ],
  },
  {
    code: "template-broken",
    nodes: [ask("colour", choice(option("red", "{{ red }}"), option("blue", "Blue")))],
    finds: ['error at colour: The label of "red" has a placeholder: labels are matched word for word.'],
  },
  {
    code: "placeholder-bare",
    nodes: [
      ask("product", TEXT, { skip: { words: { en: ["skip"] } } }),
      ask("name", TEXT),
      say("thanks", "Thanks {{ name }} for {{ product }}. {{ first_name }}, {{ city | default: 'there' }}"),
    ],
    more: { defaults: { first_name: "friend" } },
    finds: [
      'warning at thanks: The text (en) uses "product", which not everyone has: give it a default, as in {{ product | default: "friend" }}.',
    ],
  },
  {
    // Whoever comes by `no` was never asked.
    code: "placeholder-bare",
    nodes: [
      ask("known", { kind: "yes-no", yes: "name", no: "hello" }),
      ask("name", TEXT),
      { id: "hello", kind: "set", changes: [{ kind: "notify", text: "{{ answers.name }} is here" }] },
    ],
    finds: [
      'warning at hello: The notification uses "answers.name", which not everyone has: give it a default, as in {{ answers.name | default: "friend" }}.',
    ],
  },
  {
    // A field that was set on the way is known as well as an answer.
    code: "placeholder-bare",
    nodes: [
      ask("name", TEXT, { attribute: "nickname" }),
      {
        id: "file",
        kind: "set",
        changes: [{ kind: "field", name: "greeting", value: "Dear {{ nickname }}" }],
      },
      say("hi", "{{ contact.greeting }}, {{ contact.nickname }}"),
    ],
    finds: [],
  },
  {
    code: "choices-overlap",
    nodes: [ask("colour", RED_OR_BLUE, { skip: { words: { en: ["blue"] } } })],
    finds: ['warning at colour: "blue" skips the question, though it is also an answer to it.'],
  },
  {
    code: "choices-overlap",
    nodes: [ask("floor", { kind: "number" }), say("menu", "Menu")],
    more: { interrupts: [{ words: { en: ["0"] }, next: "menu" }] },
    finds: ['warning at floor: "0" leads to "menu" from anywhere, though it is also an answer here.'],
  },
  {
    code: "answer-unknown",
    nodes: [branch({ path: "answers.rating", op: "gt", value: 3 })],
    finds: ['error at fork: No question saves an answer as "rating".'],
  },
  {
    code: "answer-unknown",
    nodes: [
      ask("colour", RED_OR_BLUE),
      branch({ any: [{ path: "answers.colour", op: "in", value: ["red", "green"] }] }),
    ],
    finds: ['warning at fork: "colour" is never "green": its choices are "red" and "blue".'],
  },
  {
    code: "path-unknown",
    nodes: [
      branch({
        all: [
          { path: "weather.today", op: "eq", value: "sun" },
          { path: "answers", op: "exists" },
          { path: "tags.vip", op: "exists" },
          { path: "variant.arm", op: "exists" },
        ],
      }),
    ],
    finds: [
      'error at fork: "weather.today" is nothing a branch can ask about: begin with "answers", "attributes", "tags", "language", "channel", "category" and "variant".',
      'error at fork: "answers" should be "answers." and a name.',
      'error at fork: "tags.vip" should be "tags" alone.',
      'error at fork: "variant.arm": no split is called "arm".',
    ],
  },
  {
    code: "date-unknown",
    nodes: [
      ask("name", TEXT),
      { id: "day", kind: "wait", until: { kind: "answer-date", answer: "name", at: "09:00" } },
      say("hi", "Hi"),
    ],
    finds: [
      'error at day: It waits for the date "name", but no date question saves its answer under that name.',
    ],
  },
  {
    code: "limits-crossed",
    nodes: [
      ask("age", { kind: "number", min: 18, max: 8 }),
      ask("name", { kind: "text", lengthMin: 9, lengthMax: 2 }),
      ask("day", { kind: "date", earliest: "2027-01-01", latest: "2026-01-01" }),
      ask("two", { ...RED_OR_BLUE, kind: "multi-choice", choicesMin: 3 }),
      ask("few", { ...RED_OR_BLUE, kind: "multi-choice", choicesMin: 2, choicesMax: 1 }),
      ask("soon", { kind: "date", earliest: "today", latest: "2027-01-01" }),
    ],
    finds: [
      "error at age: The lowest number allowed is above the highest.",
      "error at name: The shortest text allowed is longer than the longest.",
      "error at day: The earliest date allowed is after the latest.",
      "error at two: More choices are asked for than are allowed.",
      "error at few: More choices are asked for than are allowed.",
    ],
  },
  {
    code: "timer-late",
    nodes: [
      ask("one", TEXT, { reminders: [{ afterMinutes: 60 }, { afterMinutes: 60 }] }),
      ask("two", TEXT, { reminders: [{ afterMinutes: 60 }], deadline: { afterMinutes: 30 } }),
      ask("three", TEXT, { deadline: { afterMinutes: 200 } }),
    ],
    more: { expiresAfterMinutes: 100 },
    finds: [
      "error at one: All reminders count from the question: each must come later than the one before.",
      "warning at two: A reminder is due only when the question has been given up already.",
      "warning at three: The whole conversation expires before this deadline.",
    ],
  },
  {
    code: "character-costly",
    nodes: [
      say("dash", `Our shop is open – ${"come and see us ".repeat(8)}`),
      say("short", "Our shop – open"),
      say("curly", `It’s “open” ${"come and see us ".repeat(8)}`),
      say("hindi", "नमस्ते, हमारी दुकान खुली है ".repeat(5)),
    ],
    finds: [
      'warning at dash: The text (en) costs 3 SMS instead of 1 because of "–".',
      'warning at curly: The text (en) costs 3 SMS instead of 1 because of "’", "“" and "”".',
    ],
  },
  {
    code: "text-long",
    nodes: [ask("colour", RED_OR_BLUE, { text: { en: "x".repeat(1590) } })],
    finds: [
      "warning at colour: The text (en) has 1605 characters with its choices and goes out as several messages.",
    ],
  },
  {
    code: "word-reserved",
    nodes: [
      ask("end-or-go", choice(option("go", "Go on"), option("stop", "End"))),
      ask("colour", choice(option("red", "Red", { synonyms: { en: ["Cancel!"] } }), option("fine", "Yes"))),
      ask("name", TEXT, { skip: { words: { en: ["quit"] } } }),
      ask("sure", { kind: "yes-no", yesWords: { en: ["yes"] }, noWords: { en: ["stop"] } }),
      say("menu", "Menu"),
    ],
    more: { interrupts: [{ words: { en: ["help"] }, next: "menu" }] },
    finds: [
      'error at the flow: "help" (interrupts) never reaches the flow: it stops, starts or explains our messages.',
      'error at end-or-go: "End" (label of stop) never reaches the flow: it stops, starts or explains our messages.',
      'error at colour: "Cancel!" (synonyms of red) never reaches the flow: it stops, starts or explains our messages.',
      'error at name: "quit" (skip words) never reaches the flow: it stops, starts or explains our messages.',
      'error at sure: "stop" (words for no) never reaches the flow: it stops, starts or explains our messages.',
    ],
  },
];
