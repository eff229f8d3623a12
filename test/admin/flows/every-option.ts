// One flow with every option that a flow can have, so that no form forgets one.
import { Flow } from "#core/conversation/flow";

const text = (en: string) => ({ en, es: `${en} (es)` });

export const EVERYTHING: Flow = Flow.parse({
  schema: 1,
  languages: ["en", "es"],
  nodes: [
    {
      id: "hello",
      title: "A greeting",
      kind: "say",
      text: text("Hello"),
      media: ["https://example.org/a.png"],
      next: "colour",
    },
    {
      id: "colour",
      kind: "ask",
      text: text("Which colour?"),
      media: ["https://example.org/b.png"],
      saveAs: "favourite",
      attribute: "favourite_colour",
      answer: {
        kind: "choice",
        options: [
          { id: "red", label: text("Red"), synonyms: { en: ["crimson"] }, next: "free" },
          { id: "blue", label: text("Blue") },
        ],
      },
      notUnderstood: text("Red or blue?"),
      triesMax: 7,
      otherwise: "bye",
      skip: { words: { en: ["pass"], es: ["paso"] }, next: "several" },
      reminders: [{ afterMinutes: 90 }, { afterMinutes: 2880, text: text("Still there?") }],
      deadline: { afterMinutes: 4320, next: "bye" },
      next: "several",
    },
    {
      id: "several",
      kind: "ask",
      text: text("Which of these?"),
      answer: {
        kind: "multi-choice",
        options: [
          { id: "food", label: text("Food"), synonyms: { en: ["meals"] } },
          { id: "sport", label: text("Sport") },
          { id: "art", label: text("Art") },
        ],
        choicesMin: 1,
        choicesMax: 2,
      },
    },
    {
      id: "really",
      kind: "ask",
      text: text("Really?"),
      answer: {
        kind: "yes-no",
        yes: "free",
        no: "bye",
        yesWords: { en: ["aye"] },
        noWords: { en: ["nay"] },
      },
    },
    {
      id: "free",
      kind: "ask",
      text: text("Say more"),
      answer: { kind: "text", lengthMin: 3, lengthMax: 99 },
    },
    {
      id: "age",
      kind: "ask",
      text: text("How old?"),
      answer: { kind: "number", min: 1.5, max: 120, integer: false },
    },
    { id: "stars", kind: "ask", text: text("How many stars?"), answer: { kind: "rating", min: 0, max: 9 } },
    { id: "nps", kind: "ask", text: text("Recommend?"), answer: { kind: "nps" } },
    {
      id: "day",
      kind: "ask",
      text: text("Which day?"),
      answer: { kind: "date", earliest: "today", latest: "2027-12-31" },
    },
    { id: "mail", kind: "ask", text: text("E-mail?"), answer: { kind: "email" } },
    { id: "phone", kind: "ask", text: text("Phone?"), answer: { kind: "phone", country: "GB" } },
    {
      id: "photo",
      kind: "ask",
      text: text("A photo?"),
      answer: { kind: "media", accept: ["image", "document"] },
    },
    {
      id: "where",
      kind: "ask",
      text: text("Where?"),
      answer: { kind: "location", addressInWords: true },
    },
    {
      id: "fork",
      kind: "branch",
      cases: [
        {
          when: {
            all: [
              { path: "answers.stars", op: "between", value: [3, 5] },
              {
                any: [
                  { path: "tags", op: "contains", value: "vip" },
                  { path: "attributes.plan", op: "exists" },
                ],
              },
              { not: { path: "category.care", op: "in", value: ["Waiting", "Done"] } },
            ],
          },
          next: "split",
        },
        { when: { path: "answers.really", op: "eq", value: true }, next: "tell" },
      ],
      next: "later",
    },
    {
      id: "split",
      kind: "split",
      ways: [
        { id: "short", weight: 30, next: "tell" },
        { id: "long", weight: 70 },
      ],
    },
    {
      id: "tell",
      kind: "set",
      changes: [
        { kind: "field", name: "plan", value: "{{ favourite }}" },
        { kind: "add-tag", tag: "answered" },
        { kind: "remove-tag", tag: "waiting-list" },
        { kind: "category", funnel: "care", category: "Helped" },
        { kind: "language", language: "es" },
        { kind: "notify", text: "Somebody likes {{ favourite }}" },
      ],
      next: "may-we",
    },
    {
      id: "may-we",
      kind: "consent",
      mode: "confirm",
      text: text("May we write again?"),
      notUnderstood: text("Yes or no?"),
      refused: "bye",
      next: "later",
    },
    { id: "later", kind: "wait", until: { kind: "minutes", minutes: 4320 }, next: "monday" },
    { id: "monday", kind: "wait", until: { kind: "time-of-day", at: "09:30", weekdays: [1, 5] } },
    { id: "eve", kind: "wait", until: { kind: "answer-date", answer: "day", at: "18:15", daysBefore: 2 } },
    { id: "person", kind: "hand-off", text: text("One moment"), note: "Ring them first", next: "bye" },
    { id: "onward", kind: "enrol", flow: "another-flow" },
    { id: "bye", kind: "end", text: text("Goodbye"), disposition: "refused" },
  ],
  interrupts: [{ words: { en: ["menu"], es: ["menú"] }, next: "hello" }],
  defaults: { first_name: "friend" },
  expiresAfterMinutes: 7200,
});
