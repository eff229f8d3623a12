// Around every page: where one is, where one can go, and what concerns all of them.
import { AppShell, Burger, Button, Group, ScrollArea, Skeleton, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useSession } from "../data/use-session.ts";
import { AnchorLink } from "../ui/links.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { DemoMark } from "./demo-mark.tsx";
import { LiveMark } from "./live-mark.tsx";
import { Navigation } from "./navigation.tsx";
import { openPalette, Palette } from "./palette.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { useTitle } from "./use-title.ts";

/** Wide enough for the longest label in one line. */
const NAVBAR_PX = 232;

export function Shell() {
  const [isOpen, { toggle, close }] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const session = useSession();
  useTitle();
  useEffect(close, [path, close]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: NAVBAR_PX, breakpoint: "sm", collapsed: { mobile: !isOpen } }}
      padding={{ base: "md", sm: "xl" }}
    >
      <a className="skip" href="#content">
        Skip to the page
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger opened={isOpen} onClick={toggle} hiddenFrom="sm" size="sm" aria-label="Menu" />
          <AnchorLink to="/" fw={700} size="lg" c="inherit" underline="never">
            Partyline
          </AnchorLink>
          {session.data?.isDemo === true && <DemoMark />}
          {session.data !== undefined && <LiveMark />}
          <Button
            variant="default"
            size="compact-sm"
            ml="auto"
            leftSection={<IconSearch size={16} aria-hidden />}
            onClick={openPalette}
            aria-keyshortcuts="Control+K"
          >
            Go to…
          </Button>
          <AccountMenu />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar>
        <ScrollArea px="xs" py="md">
          <Navigation />
        </ScrollArea>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        {session.isPending && <Waiting />}
        {session.isError && session.data === undefined && (
          <ProblemNote problem={session.error} retry={session.refetch} />
        )}
        {session.data !== undefined && <Outlet />}
      </AppShell.Main>
      <Palette />
      <SignInAgain />
    </AppShell>
  );
}

function Waiting() {
  return (
    <Stack aria-hidden>
      <Skeleton h={32} w={220} />
      <Skeleton h={180} />
    </Stack>
  );
}
