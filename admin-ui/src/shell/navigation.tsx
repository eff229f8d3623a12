// The list at the side.
import { Stack, Text } from "@mantine/core";
import { useMatchRoute } from "@tanstack/react-router";
import { PlaceLink } from "../ui/links.tsx";
import { NAV } from "./nav.ts";

export function Navigation() {
  const matches = useMatchRoute();
  return (
    <Stack component="nav" aria-label="Pages" gap="sm">
      {NAV.map(({ label, places }) => (
        <div key={label ?? ""}>
          {label !== null && (
            <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
              {label}
            </Text>
          )}
          {places.map(({ to, also, icon: Icon, label: name }) => {
            const isHere = [to, ...(also === undefined ? [] : [also])].some(
              (path) => matches({ to: path, fuzzy: path !== "/" }) !== false,
            );
            return (
              <PlaceLink
                key={to}
                to={to}
                label={name}
                leftSection={<Icon size={18} stroke={1.7} />}
                active={isHere}
                className="place"
              />
            );
          })}
        </div>
      ))}
    </Stack>
  );
}
