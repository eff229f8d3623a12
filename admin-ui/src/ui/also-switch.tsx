// Widens a list by what is usually out of sight; kept in the address.
import { Switch } from "@mantine/core";

export interface AlsoSwitchProps {
  readonly label: string;
  readonly isOn: boolean | undefined;
  /** As it goes into the address: undefined takes it out again. */
  readonly onChange: (isOn: true | undefined) => void;
}

export function AlsoSwitch({ label, isOn = false, onChange }: AlsoSwitchProps) {
  return (
    <Switch
      label={label}
      checked={isOn}
      // As high as a field beside it.
      py={6}
      onChange={({ currentTarget: { checked } }) => onChange(checked || undefined)}
    />
  );
}
