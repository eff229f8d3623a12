// One day of the week: its gaps, its shifts, what is being drawn, and the line of now.
import type { KeyboardEvent, PointerEvent } from "react";
import type { Gap } from "#core/rota/gaps";
import { timesOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { lay } from "./lanes.ts";
import type { Marked } from "./marks.ts";
import type { People } from "./people.ts";
import { ShiftBlock } from "./shift-block.tsx";
import type { Grip } from "./use-drawing.ts";
import { DAY_MINUTES, minuteOn } from "./week.ts";
import type { Day, Piece } from "./week.ts";
import { dateWords } from "./words.ts";

export interface DayColumnProps {
  readonly day: Day;
  readonly zone: string;
  readonly pieces: readonly Piece<Marked>[];
  readonly holes: readonly Piece<Gap>[];
  readonly people: People;
  /** Epoch milliseconds; null on another day than today. */
  readonly now: number | null;
  readonly mayEdit: boolean;
  readonly draft: Draft | null;
  readonly moving: Marked | null;
  readonly onBegin: (event: PointerEvent, of: Marked | null, grip: Grip) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, of: Marked) => void;
  readonly onOpen: (shift: Marked) => void;
}

export function DayColumn(props: DayColumnProps) {
  const { day, zone, pieces, holes, people, now, mayEdit, draft, moving } = props;
  return (
    <div
      className="rota-day"
      role="group"
      aria-label={`${dateWords(day.date)}${now === null ? "" : ", today"}`}
      data-drawable={mayEdit || undefined}
      onPointerDown={mayEdit ? (event) => props.onBegin(event, null, "whole") : undefined}
    >
      {holes.map((hole) => (
        <div
          key={hole.fromMinute}
          className="rota-gap"
          role="img"
          aria-label={hole.of.isOpen ? "Nobody can be called" : "No shift"}
          data-open={hole.of.isOpen || undefined}
          style={placeOf(hole.fromMinute, hole.toMinute)}
        />
      ))}
      {lay(pieces).map((piece) => (
        <ShiftBlock
          key={piece.of.key}
          piece={piece}
          people={people}
          mayEdit={mayEdit}
          isMoving={moving?.key === piece.of.key}
          onBegin={props.onBegin}
          onKeyDown={props.onKeyDown}
          onOpen={props.onOpen}
        />
      ))}
      {draft !== null && <Ghost draft={draft} day={day.day} />}
      {now !== null && (
        <div className="rota-now" style={{ top: percent(minuteOn(zone, day, now)) }} aria-hidden />
      )}
    </div>
  );
}

/** The part of it that is on this day. */
function Ghost({ draft, day }: { readonly draft: Draft; readonly day: number }) {
  const offset = (day - draft.day) * DAY_MINUTES;
  const from = Math.max(0, draft.fromMinute - offset);
  const to = Math.min(DAY_MINUTES, draft.toMinute - offset);
  if (from >= to) return null;
  const times = timesOf(draft);
  return (
    <div className="rota-ghost" style={placeOf(from, to)} aria-hidden>
      {times.from}–{times.to}
    </div>
  );
}

function placeOf(fromMinute: number, toMinute: number) {
  return { top: percent(fromMinute), height: percent(toMinute - fromMinute) };
}

function percent(minutes: number): string {
  return `${(minutes / DAY_MINUTES) * 100}%`;
}
