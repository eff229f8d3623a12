// Which role, with what it means below.
import { Radio, Stack } from "@mantine/core";
import type { Role } from "../../../data/use-session.ts";
import { ROLE_CHOICES, ROLE_WORDS, toRole } from "./roles.ts";

export interface RoleFieldProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleField({ value, onChange }: RoleFieldProps) {
  return (
    <Radio.Group label="Role" value={value} onChange={(role) => onChange(toRole(role))}>
      <Stack gap="xs" mt="xs">
        {ROLE_CHOICES.map(({ value: role, label }) => (
          <Radio key={role} value={role} label={label} description={ROLE_WORDS[role].about} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
