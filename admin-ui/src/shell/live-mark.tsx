// Whether what is on the page is as new as can be: said quietly, and only noticed when it is not.
import { Box, Group, Text } from "@mantine/core";
import { useNetwork } from "@mantine/hooks";
import { useEffect, useSyncExternalStore } from "react";
import { listen, readLiveness, subscribeToLiveness } from "../data/live.ts";
import type { Liveness } from "../data/live.ts";

const SAID: Readonly<Record<Liveness, string>> = {
  connecting: "",
  live: "Live",
  reconnecting: "Reconnecting…",
};

/** Stands where somebody is signed in: as long as it is there, the page listens. */
export function LiveMark() {
  const liveness = useSyncExternalStore(subscribeToLiveness, readLiveness);
  useEffect(listen, []);
  // A socket notices much later that there is no network.
  const { online } = useNetwork();
  const isLive = online && liveness === "live";
  return (
    <Group gap={6} wrap="nowrap" role="status" {...(isLive && { visibleFrom: "sm" })}>
      {(!online || liveness !== "connecting") && (
        <Box w={8} h={8} bg={isLive ? "teal.6" : "orange.6"} style={{ borderRadius: "50%" }} aria-hidden />
      )}
      <Text size="xs" c="dimmed" className="unseen-on-phone">
        {online ? SAID[liveness] : "Offline"}
      </Text>
    </Group>
  );
}
