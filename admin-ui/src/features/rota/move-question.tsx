// A shift is to be at another time: which exactly, and on this date only or every week from it on?
import { Button, Group as Row, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldProblems } from "../../data/field-problems.ts";
import type { Group } from "../../data/helplines.ts";
import type { Times } from "./draft.ts";
import type { Marked } from "./marks.ts";
import { TimeFields } from "./time-fields.tsx";
import { useMoveAlways, useMoveOnce } from "./use-changes.ts";
import { dateWords } from "./words.ts";

export interface MoveQuestionProps {
  readonly group: Group;
  readonly shift: Marked;
  /** Where it was moved; the form changes it by the minute. */
  readonly times: Times;
  readonly onDone: (isMoved: boolean) => void;
}

export function MoveQuestion({ group, shift, times: moved, onDone }: MoveQuestionProps) {
  const [times, setTimes] = useState(moved);
  const once = useMoveOnce(group.id, () => onDone(true));
  const always = useMoveAlways(group.id, () => onDone(true));
  const isBusy = once.isPending || always.isPending;
  const isWhole = times.date !== "" && times.from !== "" && times.to !== "";
  const isSame = times.date === shift.date && times.from === shift.from && times.to === shift.to;
  const problemAt = fieldProblems(once.error ?? always.error);
  return (
    <Modal opened onClose={() => onDone(false)} title="Move the shift?" centered>
      <Stack>
        <Text size="sm">
          It was on {dateWords(shift.date)}, {shift.from}–{shift.to}.
        </Text>
        <TextInput
          type="date"
          label="Date"
          value={times.date}
          error={problemAt("date")}
          onChange={({ currentTarget }) => setTimes({ ...times, date: currentTarget.value })}
        />
        <TimeFields
          from={times.from}
          to={times.to}
          problemAt={problemAt}
          onChange={(next) => setTimes({ ...times, ...next })}
        />
        <Stack gap="xs">
          <Button
            data-autofocus
            loading={once.isPending}
            disabled={isBusy || !isWhole || isSame}
            onClick={() => once.mutate({ shift, times })}
          >
            {shift.isAdded ? "Move it" : "This week only"}
          </Button>
          {!shift.isAdded && (
            <Button
              variant="default"
              loading={always.isPending}
              disabled={isBusy || !isWhole || isSame}
              onClick={() => always.mutate({ shiftId: shift.shiftId, date: shift.date, times })}
            >
              Every week from this one on
            </Button>
          )}
        </Stack>
        <Row justify="flex-end">
          <Button variant="subtle" color="gray" onClick={() => onDone(false)}>
            Leave it where it was
          </Button>
        </Row>
      </Stack>
    </Modal>
  );
}
