// Tries credentials at once, and says what came of it beside the button.
import { Button, Group, Text } from "@mantine/core";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";

export interface CheckButtonProps {
  readonly what: "twilio" | "resend";
  readonly label: string;
}

export function CheckButton({ what, label }: CheckButtonProps) {
  const check = useSave({ save: () => ask(api.v1.setup.check.$post({ json: { what } })), touches: [] });
  const { data } = check;
  return (
    <Group gap="sm">
      <Button variant="default" size="compact-sm" loading={check.isPending} onClick={() => check.mutate()}>
        {label}
      </Button>
      <Text size="sm" role="status" {...(data !== undefined && { c: data.kind === "ok" ? "teal" : "red" })}>
        {data?.text ?? ""}
      </Text>
    </Group>
  );
}
