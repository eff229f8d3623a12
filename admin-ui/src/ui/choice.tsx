// One of a few ways, all of them in sight.
import { Radio, Stack } from "@mantine/core";

interface Way {
  readonly label: string;
  readonly description: string;
}

export interface ChoiceProps<Value extends string> {
  readonly label: string;
  /** In the order in which they stand there. */
  readonly ways: Readonly<Record<Value, string | Way>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function Choice<Value extends string>({ label, ways, value, onChange }: ChoiceProps<Value>) {
  const values = Object.keys(ways) as Value[];
  return (
    <Radio.Group<Value> label={label} value={value} onChange={onChange}>
      <Stack gap="xs" mt={6}>
        {values.map((one) => {
          const way = ways[one];
          return <Radio key={one} value={one} {...(typeof way === "string" ? { label: way } : way)} />;
        })}
      </Stack>
    </Radio.Group>
  );
}
