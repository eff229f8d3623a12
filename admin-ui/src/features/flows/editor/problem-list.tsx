// What the check found, each with the way to its step.
import { Box, Group, Text } from "@mantine/core";
import { IconAlertCircle, IconAlertTriangle } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import type { Found } from "../draft/place-problem.ts";
import { AnchorLink } from "../../../ui/links.tsx";
import { SETTINGS_KEY } from "./keys.ts";

const route = getRouteApi("/flows/$flowId");

export interface ProblemListProps {
  readonly problems: readonly Found[];
  /** Somebody went to the step of one. */
  readonly onChosen?: () => void;
}

export function ProblemList({ problems, onChosen }: ProblemListProps) {
  const { flowId } = route.useParams();
  return (
    <Box component="ul" m={0} p={0} style={{ listStyle: "none" }}>
      {problems.map(({ kind, code, node, message, place }) => (
        <Box component="li" key={`${code} ${node} ${message}`} py={3}>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <ProblemIcon kind={kind} />
            <Text size="sm" className="wrap-anywhere">
              <AnchorLink
                to="/flows/$flowId"
                params={{ flowId }}
                search={{ tab: "edit", step: node ?? SETTINGS_KEY }}
                resetScroll={false}
                size="sm"
                {...(onChosen !== undefined && { onClick: onChosen })}
              >
                {place}
              </AnchorLink>
              {": "}
              {message}
            </Text>
          </Group>
        </Box>
      ))}
    </Box>
  );
}

export function ProblemIcon({ kind }: Pick<Found, "kind">) {
  const Icon = kind === "error" ? IconAlertCircle : IconAlertTriangle;
  const color = kind === "error" ? "red" : "yellow";
  return (
    <Text component="span" c={`var(--mantine-color-${color}-text)`} lh={1} pt={2}>
      <Icon size={16} aria-hidden />
      <span className="unseen">{kind === "error" ? "Problem:" : "Warning:"}</span>
    </Text>
  );
}
