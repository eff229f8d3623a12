// The picture's layout: nothing lies on anything, ways lead down unless they loop, and the same flow gives the same picture.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawGraph } from "../../../admin-ui/src/features/flows/picture/graph.ts";
import type { Arrow } from "../../../admin-ui/src/features/flows/picture/layers.ts";
import { layOut } from "../../../admin-ui/src/features/flows/picture/layout.ts";
import type { Layout, Size } from "../../../admin-ui/src/features/flows/picture/layout.ts";
import { arbitraryFlow } from "../../core/conversation/arbitrary-flow.ts";

const SIZE = { width: 200, height: 60 };
const sizesOf = (keys: readonly string[]): Size[] => keys.map((key) => ({ key, ...SIZE }));

function overlaps(sizes: readonly Size[], { corners }: Layout): string[] {
  const boxes = sizes.map(({ key, width, height }) => {
    const { x, y } = corners.get(key) ?? { x: Number.NaN, y: Number.NaN };
    return { key, left: x, right: x + width, top: y, bottom: y + height };
  });
  return boxes.flatMap((a, place) =>
    boxes
      .slice(place + 1)
      // What is not a number lies apart from nothing.
      .filter((b) => !(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top))
      .map((b) => `${a.key} and ${b.key}`),
  );
}

describe("layout", () => {
  it("puts a chain in one column", () => {
    const { corners } = layOut(sizesOf(["a", "b", "c"]), [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
    ]);
    expect(new Set([...corners.values()].map(({ x }) => x)).size).toBe(1);
    expect([...corners.values()].map(({ y }) => y)).toEqual([0, 132, 264]);
  });

  it("puts the ways of a branch side by side, and what follows below both", () => {
    const { corners } = layOut(sizesOf(["ask", "yes", "no", "thanks"]), [
      { from: "ask", to: "yes" },
      { from: "ask", to: "no" },
      { from: "yes", to: "thanks" },
      { from: "no", to: "thanks" },
    ]);
    const [ask, yes, no, thanks] = ["ask", "yes", "no", "thanks"].map((key) => corners.get(key));
    expect(yes?.y).toBe(no?.y);
    expect(yes?.x).toBeLessThan(no?.x ?? 0);
    expect(ask?.x).toBeCloseTo(((yes?.x ?? 0) + (no?.x ?? 0)) / 2);
    expect(thanks?.x).toBeCloseTo(ask?.x ?? 0);
  });

  it("leads a way that skips a row past the box in it", () => {
    const { corners, courses } = layOut(sizesOf(["a", "b", "c"]), [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "a", to: "c" },
    ]);
    const b = corners.get("b") ?? { x: 0, y: 0 };
    const lane = courses[2]?.[1] ?? { x: 0, y: 0 };
    expect(lane.y).toBe(b.y);
    expect(lane.x < b.x || lane.x > b.x + SIZE.width).toBe(true);
  });

  it("draws a loop back up, and a step that leads to itself", () => {
    const { courses } = layOut(sizesOf(["a", "b"]), [
      { from: "a", to: "b" },
      { from: "b", to: "a" },
      { from: "b", to: "b" },
    ]);
    const [down, up, round] = courses.map((course) => (course.at(-1)?.y ?? 0) - (course[0]?.y ?? 0));
    expect(down).toBeGreaterThan(0);
    expect(up).toBeLessThan(0);
    expect(round).toBe(-SIZE.height);
    expect(courses[0]?.[0]?.x).not.toBe(courses[1]?.at(-1)?.x);
  });

  it("has no overlap and no way without a course in any flow, and is the same again", () => {
    fc.assert(
      fc.property(arbitraryFlow, (flow) => {
        const { boxes, ways } = drawGraph(flow);
        const sizes = sizesOf(boxes.map(({ key }) => key));
        const layout = layOut(sizes, ways);
        expect(overlaps(sizes, layout)).toEqual([]);
        expect(layout.courses.filter((course) => course.length < 2)).toEqual([]);
        expect(layOut(sizes, ways)).toEqual(layout);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it("lays out 500 steps that lead anywhere", () => {
    const keys = Array.from({ length: 500 }, (_, place) => String(place));
    const ways = keys.flatMap((from, place): Arrow[] => [
      { from, to: String(Math.min(499, place + 1)) },
      { from, to: String((place * 7919) % 500) },
    ]);
    const sizes = sizesOf(keys);
    expect(overlaps(sizes, layOut(sizes, ways))).toEqual([]);
  });
});
