// What counts as a picture, a place and a few words.
import { describe, expect, test } from "vitest";
import { answer, asking, labelOf, speaking } from "./matching.ts";

const photo = { type: "image/jpeg", ref: "a" };
const voice = { type: "audio/ogg", ref: "b" };
const clip = { type: "video/mp4", ref: "c" };
const file = { type: "application/pdf", ref: "d" };
const card = { type: "text/vcard", ref: "e" };

describe("media", () => {
  const anything = asking({ kind: "media" });
  const pictures = asking({ kind: "media", accept: ["image"] });
  const papers = asking({ kind: "media", accept: ["image", "document"] });

  test("keeps what was asked for", () => {
    expect(answer(anything, { text: "", attachments: [photo, voice, clip, file, card] })).toHaveLength(5);
    expect(answer(pictures, { text: "here", attachments: [voice, photo] })).toEqual([photo]);
    expect(answer(papers, { text: "", attachments: [file, card, clip] })).toEqual([file, card]);
    expect(answer(pictures, { text: "", attachments: [{ type: "IMAGE/PNG", ref: "f" }] })).toHaveLength(1);
  });

  test("and says what is missing", () => {
    expect(answer(pictures, { text: "", attachments: [voice] })).toBe("[wrong-media]");
    expect(answer(pictures, "I have none")).toBe("[not-media]");
    expect(answer(pictures, "")).toBe("[empty]");
  });

  test("is told in the person's words", () => {
    expect(labelOf(anything, { text: "", attachments: [clip, photo, photo] })).toBe("2 × photo, video");
    expect(labelOf(anything, { text: "", attachments: [file] }, speaking("de"))).toBe("Dokument");
  });
});

describe("location", () => {
  const place = asking({ kind: "location" });
  const address = asking({ kind: "location", addressInWords: true });

  test("shared from the phone", () => {
    const location = { latitude: 51.5, longitude: -0.12, label: "The park" };
    expect(answer(place, { text: "", location })).toEqual(location);
    expect(labelOf(place, { text: "", location })).toBe("The park");
    expect(labelOf(place, { text: "", location: { latitude: 51.5, longitude: -0.12 } })).toBe("51.5, -0.12");
    expect(answer(place, { text: "", location: { latitude: 91, longitude: 0 } })).toBe("[not-a-location]");
    expect(answer(place, { text: "", location: { latitude: Number.NaN, longitude: 0 } })).toBe(
      "[not-a-location]",
    );
  });

  test.each([
    ["51.5, -0.12", 51.5, -0.12],
    ["51.5 -0.12", 51.5, -0.12],
    ["51.5,−0.12", 51.5, -0.12],
    ["(51.5074, -0.1278)", 51.5074, -0.1278],
    ["I am at 51.5, -0.12", 51.5, -0.12],
    ["51.5074° N, 0.1278° W", 51.5074, -0.1278],
    ["33.86 S 151.2 E", -33.86, 151.2],
    ["51,5; -0,12", 51.5, -0.12],
    ["https://www.google.com/maps/@51.5,-0.12,17z", 51.5, -0.12],
    [
      "https://www.google.com/maps/place/Big+Ben/@51.4,-0.1,17z/data=!3m1!4b1!4m5!3d51.5007!4d-0.1246",
      51.5007,
      -0.1246,
    ],
    ["https://maps.google.com/?q=51.5,-0.12", 51.5, -0.12],
    ["https://www.google.com/maps/search/?api=1&query=51.5%2C-0.12", 51.5, -0.12],
    ["Here: https://maps.apple.com/?ll=51.5,-0.12&z=10", 51.5, -0.12],
    ["geo:51.5,-0.12;u=35", 51.5, -0.12],
    ["https://www.google.com/maps/place/51.5,-0.12", 51.5, -0.12],
  ])("%s", (said, latitude, longitude) => {
    expect(answer(place, said)).toEqual({ latitude, longitude });
  });

  test.each([
    ["95.1, 10.2", "[not-a-location]"],
    ["12 Mill Lane", "[not-a-location]"],
    ["10, 12", "[not-a-location]"],
    ["https://maps.app.goo.gl/abc", "[not-a-location]"],
    ["", "[empty]"],
  ])("%s -> %s", (said, expected) => {
    expect(answer(place, said)).toBe(expected);
  });

  test("an address in words, where the flow takes one", () => {
    expect(answer(address, "  12 Mill Lane, Leeds ")).toBe("12 Mill Lane, Leeds");
    expect(answer(address, "51.5, -0.12")).toEqual({ latitude: 51.5, longitude: -0.12 });
    expect(answer(address, "??")).toBe("[not-a-location]");
    expect(answer(address, " ")).toBe("[empty]");
  });
});

describe("text", () => {
  const text = asking({ kind: "text" });
  const name = asking({ kind: "text", lengthMin: 2, lengthMax: 5 });

  test.each([
    ["  Zoë ", "Zoë"],
    ["ＺＯＥ", "ＺＯＥ"],
    ["👩‍👩‍👧", "👩‍👩‍👧"],
    ["?", "?"],
    ["", "[empty]"],
    [" \n\t ", "[empty]"],
    ["\u200B\uFEFF", "[empty]"],
  ])("%j -> %s", (said, expected) => {
    expect(answer(text, said)).toBe(expected);
  });

  test.each([
    ["A", "[too-short]"],
    ["Al", "Al"],
    ["Alice", "Alice"],
    ["Alicia", "[too-long]"],
    // What people see as one character counts as one.
    ["👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", "👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧"],
    ["", "[empty]"],
  ])("between two and five characters: %s -> %s", (said, expected) => {
    expect(answer(name, said)).toBe(expected);
  });

  test("a picture without words is no text", () => {
    expect(answer(text, { text: "", attachments: [photo] })).toBe("[empty]");
  });
});
