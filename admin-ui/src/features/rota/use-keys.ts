// The week by keyboard: arrows go from shift to shift; with Shift they carry the shift along, with Alt as well its end.
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { draftOf, endAt, isSame, move, STEP_MINUTES } from "./draft.ts";
import type { Draft } from "./draft.ts";
import type { Marked } from "./marks.ts";

export interface Held {
  readonly of: Marked;
  readonly draft: Draft;
}

export interface Keys {
  /** A shift that was carried somewhere and not put down yet. */
  readonly held: Held | null;
  readonly letGo: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, of: Marked) => void;
}

export function useKeys(mayEdit: boolean, onPut: (of: Marked, draft: Draft) => void): Keys {
  const [held, setHeld] = useState<Held | null>(null);
  const letGo = () => setHeld(null);
  return {
    held,
    letGo,
    onKeyDown: (event, of) => {
      const current = held?.of.key === of.key ? held.draft : draftOf(of);
      if (event.key === "Escape" && held !== null) {
        event.preventDefault();
        letGo();
      } else if (event.key === "Enter" && held?.of.key === of.key) {
        event.preventDefault();
        onPut(of, held.draft);
      } else if (event.key.startsWith("Arrow")) {
        event.preventDefault();
        if (!event.shiftKey) return focusBeside(event.currentTarget, event.key);
        if (!mayEdit || of.isRemoved) return;
        const draft = carried(current, event.key, event.altKey);
        setHeld(isSame(draft, draftOf(of)) ? null : { of, draft });
      }
    },
  };
}

function carried(draft: Draft, key: string, isEnd: boolean): Draft {
  const minutes = key === "ArrowUp" ? -STEP_MINUTES : key === "ArrowDown" ? STEP_MINUTES : 0;
  const days = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  return isEnd ? endAt(draft, draft.toMinute + minutes) : move(draft, days, minutes);
}

/** Up and down within the order of time, left and right to the first shift of another day. */
function focusBeside(from: HTMLElement, key: string): void {
  const all = Array.from(from.closest("[data-week]")?.querySelectorAll<HTMLElement>("[data-shift]") ?? []);
  const here = all.indexOf(from);
  const beside = {
    ArrowUp: () => all[here - 1],
    ArrowDown: () => all[here + 1],
    ArrowLeft: () => {
      const day = Math.max(...all.map(dayOf).filter((one) => one < dayOf(from)));
      return all.find((one) => dayOf(one) === day);
    },
    ArrowRight: () => all.find((one) => dayOf(one) > dayOf(from)),
  }[key];
  beside?.()?.focus();
}

function dayOf(block: HTMLElement): number {
  return Number(block.dataset["shift"]);
}
