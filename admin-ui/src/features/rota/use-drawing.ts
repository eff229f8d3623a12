// Drawing on the week with a pointer: a new shift on empty time, a shift moved or stretched, snapped to quarters of an hour.
import { useRef, useState } from "react";
import type { PointerEvent, RefObject } from "react";
import { drawn, draftOf, endAt, isSame, move, snap, startAt } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { Marked } from "./marks.ts";
import { DAY_MINUTES } from "./week.ts";

/** A hand is not quite still when it clicks. */
const STILL_PX = 5;

export type Grip = "whole" | "start" | "end";

/** Where the pointer is, by day and minute. */
interface Point {
  readonly day: number;
  readonly minute: number;
}

interface Drag {
  readonly of: Marked | null;
  readonly grip: Grip;
  readonly from: Point;
  readonly x: number;
  readonly y: number;
  readonly isMoving: boolean;
}

export interface Drawing {
  readonly area: RefObject<HTMLDivElement | null>;
  /** What is being drawn; null while nothing is. */
  readonly draft: Draft | null;
  readonly of: Marked | null;
  readonly begin: (event: PointerEvent, of: Marked | null, grip: Grip) => void;
  readonly handlers: {
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: (event: PointerEvent) => void;
    readonly onPointerCancel: () => void;
  };
}

/** `monday` in days since 1970-01-01. A finger scrolls instead: touch has the list and the form. */
export function useDrawing(
  monday: number,
  onNew: (draft: Draft) => void,
  onMoved: (of: Marked, draft: Draft) => void,
): Drawing {
  const area = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const [live, setLive] = useState<{ of: Marked | null; draft: Draft } | null>(null);

  const pointAt = ({ clientX, clientY }: PointerEvent): Point => {
    const box = area.current?.getBoundingClientRect() ?? new DOMRect();
    const column = Math.floor(((clientX - box.left) / box.width) * 7);
    const minute = ((clientY - box.top) / box.height) * DAY_MINUTES;
    return {
      day: monday + Math.max(0, Math.min(6, column)),
      minute: Math.max(0, Math.min(DAY_MINUTES, minute)),
    };
  };
  const stop = () => {
    drag.current = null;
    setLive(null);
  };

  return {
    area,
    draft: live?.draft ?? null,
    of: live?.of ?? null,
    begin: (event, of, grip) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      event.stopPropagation();
      const { clientX: x, clientY: y } = event;
      drag.current = { of, grip, from: pointAt(event), x, y, isMoving: false };
    },
    handlers: {
      onPointerMove: (event) => {
        const now = drag.current;
        if (now === null) return;
        // The button was let go outside of the window.
        if (event.buttons === 0) return stop();
        if (!now.isMoving && Math.hypot(event.clientX - now.x, event.clientY - now.y) < STILL_PX) return;
        // From here on it is no click any more.
        if (!now.isMoving) area.current?.setPointerCapture(event.pointerId);
        drag.current = { ...now, isMoving: true };
        setLive({ of: now.of, draft: draftAt(now, pointAt(event)) });
      },
      onPointerUp: (event) => {
        const now = drag.current;
        stop();
        if (now === null) return;
        const draft = draftAt(now, pointAt(event));
        if (now.of === null) onNew(draft);
        else if (now.isMoving && !isSame(draft, draftOf(now.of))) onMoved(now.of, draft);
      },
      onPointerCancel: stop,
    },
  };
}

function draftAt({ of, grip, from }: Drag, to: Point): Draft {
  if (of === null) return drawn(from.day, from.minute, to.minute);
  const before = draftOf(of);
  // By how much, so that a shift at five past keeps its five minutes.
  const minutes = snap(to.minute - from.minute);
  switch (grip) {
    case "whole":
      return move(before, to.day - from.day, minutes);
    case "start":
      return startAt(before, before.fromMinute + minutes);
    case "end":
      return endAt(before, before.toMinute + minutes);
    default:
      return grip satisfies never;
  }
}
