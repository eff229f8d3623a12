// When the line may begin something.
import { Stack, Text } from "@mantine/core";
import { HoursField } from "../../../ui/hours-field.tsx";
import type { LineForm } from "./use-line-form.ts";

export function HoursTab({ form: { draft, change, problemAt } }: { readonly form: LineForm }) {
  const problem = problemAt("hours");
  return (
    <Stack>
      <Text size="sm" c="dimmed" maw={640}>
        Campaigns, reminders and other things that we begin go out in these hours only, by the clock of
        whoever gets them. Answers to people who write to us go out at any hour.
      </Text>
      <HoursField label="Hours" hours={draft.hours} onChange={(hours) => change({ hours })} />
      {problem !== undefined && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </Stack>
  );
}
