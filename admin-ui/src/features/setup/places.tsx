// The parts of setup, and what each is for.
import { Group, SimpleGrid, Stack, Text, ThemeIcon } from "@mantine/core";
import {
  IconBuildingCommunity,
  IconDeviceMobile,
  IconHash,
  IconHistory,
  IconKey,
  IconStethoscope,
  IconUsers,
} from "@tabler/icons-react";
import { useMay } from "../../data/use-session.ts";
import type { Role } from "../../data/use-session.ts";
import { AnchorLink } from "../../ui/links.tsx";

const PLACES = [
  {
    to: "/setup/lines",
    label: "Lines",
    about: "Your numbers and chats: hours, prices, first words",
    icon: IconDeviceMobile,
    role: "viewer",
  },
  {
    to: "/setup/numbers",
    label: "Numbers",
    about: "Where your Twilio numbers point",
    icon: IconHash,
    role: "editor",
  },
  {
    to: "/setup/organisation",
    label: "Organisation",
    about: "STOP, countries, caps, how long things are kept",
    icon: IconBuildingCommunity,
    role: "viewer",
  },
  {
    to: "/setup/staff",
    label: "Staff",
    about: "Who works here, and what each may do",
    icon: IconUsers,
    role: "viewer",
  },
  {
    to: "/setup/tokens",
    label: "API tokens",
    about: "For scripts and other programs",
    icon: IconKey,
    role: "owner",
  },
  {
    to: "/setup/audit",
    label: "Audit log",
    about: "Who did what, and when",
    icon: IconHistory,
    role: "owner",
  },
  {
    to: "/setup/health",
    label: "Health",
    about: "Alarms, what is paused, what could not be done",
    icon: IconStethoscope,
    role: "viewer",
  },
] as const;

export function Places() {
  const may: Record<Role, boolean> = { viewer: true, editor: useMay("editor"), owner: useMay("owner") };
  return (
    <SimpleGrid
      component="nav"
      aria-label="Parts of setup"
      cols={{ base: 1, xs: 2, md: 3, lg: 4 }}
      spacing="md"
    >
      {PLACES.filter(({ role }) => may[role]).map(({ to, label, about, icon: Icon }) => (
        <Group key={to} wrap="nowrap" align="flex-start" gap="sm">
          <ThemeIcon variant="light" size={36} aria-hidden>
            <Icon size={20} stroke={1.7} />
          </ThemeIcon>
          <Stack gap={0} miw={0}>
            <AnchorLink to={to} fw={600}>
              {label}
            </AnchorLink>
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          </Stack>
        </Group>
      ))}
    </SimpleGrid>
  );
}
