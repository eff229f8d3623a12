// How far somebody must have agreed before anything is begun with them.
import { Choice } from "./choice.tsx";

const WAYS = {
  granted: "Only who agreed to hear from us",
  "not-refused": {
    label: "Everybody who did not say STOP",
    description: "Only where the law lets you write to them without their agreement.",
  },
} as const;

export interface ConsentFieldProps {
  readonly value: keyof typeof WAYS;
  readonly onChange: (value: keyof typeof WAYS) => void;
}

export function ConsentField(props: ConsentFieldProps) {
  return <Choice label="Who may be written to" ways={WAYS} {...props} />;
}
