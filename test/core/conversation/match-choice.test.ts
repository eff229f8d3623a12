// What counts as one of several options.
import { describe, expect, test } from "vitest";
import { answer, asking, ENGLISH, labelOf, speaking } from "./matching.ts";

const option = (id: string, en: string, synonyms: string[] = []) => ({
  id,
  label: { en },
  synonyms: { en: synonyms },
});
const choice = (...options: unknown[]) => asking({ kind: "choice", options });

const colours = choice(
  option("red", "Red", ["crimson"]),
  option("blue", "Blue", ["navy", "the sea"]),
  option("light_blue", "Light blue"),
  option("green", "Green"),
);

describe("the place in the list", () => {
  test.each([
    ["2", "blue"],
    [" 2. ", "blue"],
    ["2)", "blue"],
    ["(2)", "blue"],
    ["#2", "blue"],
    ["*2*", "blue"],
    ["2️⃣", "blue"],
    ["②", "blue"],
    ["２", "blue"],
    ["٢", "blue"],
    ["२", "blue"],
    ["option 2", "blue"],
    ["Option #2", "blue"],
    ["number 2 please", "blue"],
    ["no. 2", "blue"],
    ["I choose 2", "blue"],
    ["my answer is 2", "blue"],
    ["2 thanks", "blue"],
    ["two", "blue"],
    ["one", "red"],
    ["one please", "red"],
    ["option two", "blue"],
    ["second", "blue"],
    ["2nd", "blue"],
    ["the second one", "blue"],
    ["I'll take the first one please", "red"],
    ["b", "blue"],
    ["B.", "blue"],
    ["A)", "red"],
    ["(c)", "light_blue"],
    ["option a", "red"],
    ["5", "[not-an-option]"],
    ["0", "[not-an-option]"],
    ["e", "[not-an-option]"],
    ["2.5", "[not-an-option]"],
    ["not 2", "[not-an-option]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(colours, said)).toBe(expected);
  });
});

describe("the place in other languages, for a person who speaks them", () => {
  test.each([
    ["fr", "deux"],
    ["fr", "le deuxième"],
    ["fr", "la 2e"],
    ["es", "dos"],
    ["es", "la segunda"],
    ["es", "opción 2"],
    ["de", "zwei"],
    ["de", "die zweite bitte"],
    ["pt", "a segunda opção"],
    ["it", "il secondo"],
    ["nl", "de tweede"],
    ["ar", "اثنان"],
    ["ar", "رقم ٢"],
    ["ar", "الثاني"],
    ["hi", "दो"],
    ["hi", "दूसरा"],
    ["zh", "二"],
    ["zh", "第二个"],
    ["zh", "选2"],
  ])("%s: %s -> blue", (language, said) => {
    expect(answer(colours, said, speaking(language))).toBe("blue");
  });

  test("and in a language of the flow that is not the person's own", () => {
    const context = { ...ENGLISH, languages: ["en", "es"] };
    expect(answer(colours, "dos", context)).toBe("blue");
    expect(answer(colours, "dos", ENGLISH)).toBe("[not-an-option]");
  });
});

describe("the label or a synonym", () => {
  test.each([
    ["Blue", "blue"],
    ["BLUE!!", "blue"],
    ["“blue”", "blue"],
    ["blüe", "blue"],
    ["𝐁𝐥𝐮𝐞", "blue"],
    ["blue 💙", "blue"],
    ["light-blue", "light_blue"],
    ["lightblue", "light_blue"],
    ["navy", "blue"],
    ["The sea", "blue"],
    ["I'd like the blue one", "blue"],
    ["Light blue, please.", "light_blue"],
    ["hmm the light blue one I think", "light_blue"],
    ["my favourite has always been green", "green"],
    ["2. Blue", "blue"],
    ["2 - blue", "blue"],
    ["1. Blue", "[ambiguous]"],
    ["red or green", "[ambiguous]"],
    ["red, green", "[ambiguous]"],
    ["purple", "[not-an-option]"],
    ["blues", "[not-an-option]"],
    ["bluebell", "[not-an-option]"],
    ["please", "[not-an-option]"],
    ["?", "[not-an-option]"],
    ["", "[empty]"],
    [" \u200B ", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(colours, said)).toBe(expected);
  });
});

describe("what was turned down is not chosen", () => {
  test.each([
    ["not blue", "[not-an-option]"],
    ["I don't want blue", "[not-an-option]"],
    ["I dont like the light blue one", "[not-an-option]"],
    ["anything but blue", "[not-an-option]"],
    ["blue is not what I want", "[not-an-option]"],
    ["neither blue nor red", "[not-an-option]"],
    ["not blue, red", "red"],
    ["not red but blue", "blue"],
    ["blue not red", "blue"],
    ["blue, not red", "blue"],
    ["No, blue", "blue"],
    ["blue rather than red", "blue"],
    ["can't decide between red and green", "[not-an-option]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(colours, said)).toBe(expected);
  });

  test.each([
    ["es", "azul no", "[not-an-option]"],
    ["es", "no quiero azul", "[not-an-option]"],
    ["es", "no azul sino rojo", "red"],
    ["de", "nicht blau", "[not-an-option]"],
    ["de", "blau will ich nicht", "[not-an-option]"],
    ["fr", "pas bleu, rouge", "red"],
    ["hi", "नीला नहीं", "[not-an-option]"],
    ["hi", "नीला नहीं लाल", "red"],
    ["zh", "不要蓝色", "[not-an-option]"],
    ["ar", "لا أريد الأزرق", "[not-an-option]"],
  ])("%s: %s -> %s", (language, said, expected) => {
    const red = { es: "rojo", de: "rot", fr: "rouge", hi: "लाल", zh: "红色", ar: "أحمر", en: "red" };
    const blue = { es: "azul", de: "blau", fr: "bleu", hi: "नीला", zh: "蓝色", ar: "أزرق", en: "blue" };
    const rule = choice({ id: "red", label: red }, { id: "blue", label: blue });
    expect(answer(rule, said, speaking(language))).toBe(expected);
  });

  test("an option that is itself a no is not a denial of anything", () => {
    const rule = choice(
      option("yes", "Interested"),
      option("unsure", "Not sure"),
      option("no", "Not interested"),
    );
    expect(answer(rule, "I'm not interested")).toBe("no");
    expect(answer(rule, "not sure yet")).toBe("unsure");
    expect(answer(rule, "interested!")).toBe("yes");
  });
});

describe("languages", () => {
  const rule = choice(
    { id: "yes", label: { en: "Once", es: "Sí" } },
    { id: "no", label: { en: "Never", es: "No" }, synonyms: { es: ["nunca"] } },
    { id: "eleven", label: { en: "Later", es: "Once" } },
  );

  test("the label comes back in the person's language, the value never changes", () => {
    expect(labelOf(rule, "si", speaking("es-MX"))).toBe("Sí");
    expect(labelOf(rule, "si", { ...ENGLISH, languages: ["en", "es"] })).toBe("Once");
    expect(answer(rule, "NUNCA", speaking("es"))).toBe("no");
  });

  test("the same word in two languages is read in the person's own", () => {
    expect(answer(rule, "once", { ...ENGLISH, languages: ["en", "es"] })).toBe("yes");
    expect(answer(rule, "once", speaking("es"))).toBe("eleven");
  });

  test("Arabic writes the article and `and` onto the word", () => {
    const tea = choice({ id: "tea", label: { ar: "شاي" } }, { id: "coffee", label: { ar: "القهوة" } });
    expect(answer(tea, "أريد الشاي من فضلك", speaking("ar"))).toBe("tea");
    expect(answer(tea, "قهوه", speaking("ar"))).toBe("coffee");
  });

  test("Chinese needs no spaces", () => {
    const rule = choice({ id: "tea", label: { zh: "绿茶" } }, { id: "coffee", label: { zh: "咖啡" } });
    expect(answer(rule, "我想要绿茶谢谢", speaking("zh"))).toBe("tea");
    expect(answer(rule, "咖", speaking("zh"))).toBe("coffee");
  });

  test("emoji are labels like any other", () => {
    const faces = choice(option("good", "😀 Good"), option("bad", "😡"));
    expect(answer(faces, "😡😡")).toBe("bad");
    expect(answer(faces, "😀")).toBe("good");
    expect(answer(faces, "good")).toBe("good");
  });
});

describe("a tapped reply", () => {
  test("is its option, whatever the words", () => {
    expect(answer(colours, { text: "Red", option: "blue" })).toBe("blue");
    expect(answer(colours, { text: "", option: "blue" })).toBe("blue");
  });
  test("of another question counts by its words", () => {
    expect(answer(colours, { text: "Red", option: "yes" })).toBe("red");
    expect(answer(colours, { text: "Yes", option: "yes" })).toBe("[not-an-option]");
  });
});
