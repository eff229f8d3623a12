// Where a step goes on: to the one below it, unless another is chosen.
import { GotoField } from "./goto-field.tsx";
import type { GotoFieldProps } from "./goto-field.tsx";
import { Problems } from "./problems.tsx";

export function NextField({
  label = "Then",
  value,
  onChange,
}: Partial<Pick<GotoFieldProps, "label">> & Pick<GotoFieldProps, "value" | "onChange">) {
  return (
    <div>
      <GotoField label={label} value={value} onChange={onChange} otherwise="The step below" />
      <Problems of="next" />
    </div>
  );
}
