// The list at the side.
import { Stack, Text } from "@mantine/core";
import { useMatchRoute } from "@tanstack/react-router";
import { PlaceLink } from "../ui/links.tsx";
import { NAV } from "./nav.ts";

export function Navigation() {
  const matches = useMatchRoute();
  return (
    <Stack component="nav" aria-label="Pages" gap="md">
      {NAV.map(({ label, places }) => (
        <div key={label ?? ""}>
          {label !== null && (
            <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
              {label}
            </Text>
          )}
          {places.map(({ to, icon: Icon, label: name }) => {
            const isHere = matches({ to, fuzzy: to !== "/" }) !== false;
            return (
              <PlaceLink
                key={to}
                to={to}
                label={name}
                leftSection={<Icon size={18} stroke={1.7} />}
                active={isHere}
              />
            );
          })}
        </div>
      ))}
    </Stack>
  );
}
