// Two questions and a thank you: whoever has heard all three has lost nothing and heard nothing twice.

export const THREE = {
  schema: 1,
  languages: ["en"],
  nodes: [
    { id: "one", kind: "ask", text: { en: "One?" }, answer: { kind: "text" } },
    { id: "two", kind: "ask", text: { en: "Two, after {{ one }}?" }, answer: { kind: "text" } },
    { id: "three", kind: "end", text: { en: "{{ one }} and {{ two }}, thank you." } },
  ],
};
