// A shift as a block: who is on it, when, and what is different about it on this date.
import type { CSSProperties, KeyboardEvent, PointerEvent } from "react";
import type { PersonColour } from "../../ui/person-colour.ts";
import type { Laid } from "./lanes.ts";
import type { Marked } from "./marks.ts";
import type { People } from "./people.ts";
import type { Grip } from "./use-drawing.ts";
import { DAY_MINUTES } from "./week.ts";
import type { Piece } from "./week.ts";
import { capital, dateWords } from "./words.ts";

export interface ShiftBlockProps {
  readonly piece: Piece<Marked> & Laid;
  readonly people: People;
  readonly mayEdit: boolean;
  readonly isMoving: boolean;
  readonly onBegin: (event: PointerEvent, of: Marked, grip: Grip) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>, of: Marked) => void;
  readonly onOpen: (shift: Marked) => void;
}

export function ShiftBlock({ piece, people, mayEdit, isMoving, ...on }: ShiftBlockProps) {
  const { of, fromMinute, toMinute, lane, lanes, isStart, isEnd } = piece;
  const crew = of.people.map(({ volunteerId }) => people.of(volunteerId));
  const canMove = mayEdit && !of.isRemoved;
  return (
    <div
      className="rota-slot"
      data-moving={isMoving || undefined}
      style={{
        top: percent(fromMinute),
        height: percent(toMinute - fromMinute),
        insetInlineStart: `${(lane / lanes) * 100}%`,
        width: `${100 / lanes}%`,
      }}
    >
      <button
        type="button"
        className="rota-shift"
        data-shift={piece.day.day}
        data-removed={of.isRemoved || undefined}
        data-open={(!of.isRemoved && crew.length === 0) || undefined}
        data-start={isStart || undefined}
        data-end={isEnd || undefined}
        style={of.isRemoved ? undefined : tint(crew[0]?.colour)}
        onPointerDown={canMove ? (event) => on.onBegin(event, of, "whole") : stop}
        onKeyDown={(event) => on.onKeyDown(event, of)}
        onClick={() => on.onOpen(of)}
      >
        <span className="unseen">{dateWords(of.date)}, </span>
        <span className="rota-times">
          {of.from}–{of.to}
          {!isStart && " (goes on)"}
        </span>
        {of.marks.length > 0 && <span className="rota-marks">{capital(of.marks.join(", "))}</span>}
        {crew.length === 0 && !of.isRemoved && <span>Nobody</span>}
        {crew.map(({ id, name, colour, isReachable }, index) => (
          <span key={id} className="rota-person" data-away={!isReachable || undefined}>
            {index > 0 && <i style={{ background: `var(--mantine-color-${colour}-filled)` }} />}
            {name}
          </span>
        ))}
      </button>
      {canMove && isStart && (
        <span
          className="rota-edge"
          data-edge="start"
          onPointerDown={(event) => on.onBegin(event, of, "start")}
        />
      )}
      {canMove && isEnd && (
        <span className="rota-edge" data-edge="end" onPointerDown={(event) => on.onBegin(event, of, "end")} />
      )}
    </div>
  );
}

/** Nothing is drawn below a block. */
function stop(event: PointerEvent): void {
  event.stopPropagation();
}

function tint(colour: PersonColour | undefined): CSSProperties | undefined {
  if (colour === undefined) return undefined;
  const [shade, ink] = [`var(--mantine-color-${colour}-light)`, `var(--mantine-color-${colour}-light-color)`];
  return {
    backgroundImage: `linear-gradient(${shade}, ${shade})`,
    color: ink,
    borderInlineStartColor: `var(--mantine-color-${colour}-filled)`,
  };
}

function percent(minutes: number): string {
  return `${(minutes / DAY_MINUTES) * 100}%`;
}
