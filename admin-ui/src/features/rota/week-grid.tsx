// Seven days side by side, hour by hour, to look at and to draw in.
import "./rota.css";
import { useState } from "react";
import type { Gap } from "#core/rota/gaps";
import type { Holiday } from "#core/rota/rota";
import { dateIn } from "#core/zone-clock";
import type { Group } from "../../data/helplines.ts";
import { DayColumn } from "./day-column.tsx";
import { timesOf } from "./draft.ts";
import type { Draft } from "./draft.ts";
import { HeldBar } from "./held-bar.tsx";
import type { Marked } from "./marks.ts";
import { MoveQuestion } from "./move-question.tsx";
import type { People } from "./people.ts";
import { useDrawing } from "./use-drawing.ts";
import { useKeys } from "./use-keys.ts";
import type { Held } from "./use-keys.ts";
import { cut, timeOf } from "./week.ts";
import type { Week } from "./week.ts";
import { durationWords, shortDateWords } from "./words.ts";

export interface ShownWeek {
  readonly week: Week;
  readonly shifts: readonly Marked[];
  readonly gaps: readonly Gap[];
  readonly holidays: readonly Holiday[];
  readonly people: People;
  readonly now: number;
  readonly mayEdit: boolean;
  readonly onOpen: (shift: Marked) => void;
}

export interface WeekGridProps extends ShownWeek {
  readonly group: Group;
  readonly onDraw: (draft: Draft) => void;
}

const HOURS = Array.from({ length: 24 }, (_hour, index) => index);

export function WeekGrid({ group, onDraw, ...shown }: WeekGridProps) {
  const { week, shifts, gaps, holidays, now, mayEdit, people } = shown;
  const [asked, setAsked] = useState<Held | null>(null);
  const ask = (of: Marked, draft: Draft) => setAsked({ of, draft });
  const drawing = useDrawing(week.monday, onDraw, ask);
  const keys = useKeys(mayEdit, ask);
  const pieces = cut(week, shifts);
  const holes = cut(week, gaps);
  const draft = asked?.draft ?? drawing.draft ?? keys.held?.draft ?? null;
  const moving = asked?.of ?? drawing.of ?? keys.held?.of ?? null;
  const today = dateIn(week.zone, now);
  return (
    <>
      <HeldBar held={keys.held} onKeep={ask} onLetGo={keys.letGo} />
      <div className="rota" data-week role="group" aria-label="The week's shifts">
        <div className="rota-head">
          {week.days.map(({ day, date, extraMinutes }) => {
            const holiday = holidays.find((one) => one.date === date);
            return (
              <div key={day} className="rota-day-name" data-today={date === today || undefined}>
                <h2>{shortDateWords(date)}</h2>
                {holiday !== undefined && <span>{holiday.name}: no weekly shift starts</span>}
                {extraMinutes !== 0 && (
                  <span>
                    Clocks go {extraMinutes > 0 ? "back" : "forward"} {durationWords(Math.abs(extraMinutes))}
                  </span>
                )}
              </div>
            );
          })}
        </div>
        <div className="rota-body">
          <div className="rota-hours" aria-hidden>
            {HOURS.map((hour) => (
              <span key={hour}>{hour === 0 ? "" : timeOf(hour * 60)}</span>
            ))}
          </div>
          <div className="rota-days" ref={drawing.area} {...drawing.handlers}>
            {week.days.map((day) => (
              <DayColumn
                key={day.day}
                day={day}
                zone={week.zone}
                pieces={pieces.filter((piece) => piece.day === day)}
                holes={holes.filter((piece) => piece.day === day)}
                people={people}
                now={day.date === today ? now : null}
                mayEdit={mayEdit}
                draft={draft}
                moving={moving}
                onBegin={drawing.begin}
                onKeyDown={keys.onKeyDown}
                onOpen={shown.onOpen}
              />
            ))}
          </div>
        </div>
      </div>
      {asked !== null && (
        <MoveQuestion
          group={group}
          shift={asked.of}
          times={timesOf(asked.draft)}
          onDone={() => {
            setAsked(null);
            keys.letGo();
          }}
        />
      )}
    </>
  );
}
