// When it goes out: at once, or at a time.
import { Input, SegmentedControl, Stack } from "@mantine/core";
import { InstantField } from "../../../ui/instant-field.tsx";

export interface WhenFieldProps {
  readonly startAt: string | undefined;
  readonly onChange: (startAt: string | undefined) => void;
}

const HOUR_MS = 3_600_000;

export function WhenField({ startAt, onChange }: WhenFieldProps) {
  return (
    <Input.Wrapper label="When" labelElement="div">
      <Stack gap="xs" mt={4}>
        <SegmentedControl
          aria-label="When"
          data={[
            { value: "now", label: "As soon as it is launched" },
            { value: "at", label: "At a time" },
          ]}
          value={startAt === undefined ? "now" : "at"}
          onChange={(value) => onChange(value === "now" ? undefined : nextHour(Date.now()))}
        />
        {startAt !== undefined && (
          <InstantField
            label="It begins at"
            value={startAt}
            onChange={(at) => at !== undefined && onChange(at)}
          />
        )}
      </Stack>
    </Input.Wrapper>
  );
}

/** The full hour after the next one. */
function nextHour(now: number): string {
  return new Date(Math.ceil(now / HOUR_MS) * HOUR_MS + HOUR_MS).toISOString();
}
