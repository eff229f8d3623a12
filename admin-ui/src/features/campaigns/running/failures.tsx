// What failed or was held back, by reason, with what to do about each.
import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { AnchorLink } from "../../../ui/links.tsx";
import type { Campaign, Figures } from "../questions.ts";
import { inNumbers } from "../words.ts";
import { adviceFor } from "./advice.ts";

export interface FailuresProps {
  readonly campaign: Campaign;
  readonly figures: Figures;
}

export function Failures({ campaign, figures: { failures, refusals, unknown } }: FailuresProps) {
  if (failures.length + refusals.length + unknown === 0) return null;
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        What did not arrive
      </Title>
      {failures.map(({ code, words, people }) => {
        const advice = adviceFor(code);
        return (
          <Reason key={code} count={people} words={words} code={/^\d+$/.test(code) ? code : null}>
            <Text size="sm" c="dimmed">
              {advice.words}
            </Text>
            <Group gap="md">
              {/^\d+$/.test(code) && (
                <AnchorLink
                  size="sm"
                  to="/campaigns/$campaignId"
                  params={{ campaignId: campaign.id }}
                  search={{ tab: "recipients", code: Number(code) }}
                >
                  Show who
                </AnchorLink>
              )}
              {advice.place === "line" && (
                <AnchorLink size="sm" to="/setup/lines/$lineId" params={{ lineId: campaign.lineId }}>
                  Go to the line
                </AnchorLink>
              )}
            </Group>
          </Reason>
        );
      })}
      {unknown > 0 && (
        <Reason count={unknown} words="nobody can tell whether the carrier took it" code={null}>
          <Text size="sm" c="dimmed">
            They are never sent again by themselves. Home lets you decide, person by person.
          </Text>
        </Reason>
      )}
      {refusals.map(({ code, words, people }) => (
        <Reason key={code} count={people} words={words} code={null} />
      ))}
    </Stack>
  );
}

interface ReasonProps {
  readonly count: number;
  readonly words: string;
  /** The carrier's, with its own page about it. */
  readonly code: string | null;
  readonly children?: ReactNode;
}

function Reason({ count, words, code, children }: ReasonProps) {
  return (
    <Group align="flex-start" wrap="nowrap" gap="md">
      <Text fw={600} ta="end" miw={40}>
        {inNumbers(count)}
      </Text>
      <Stack gap={2}>
        <Text>
          {words.charAt(0).toUpperCase() + words.slice(1)}
          {code !== null && (
            <>
              {" "}
              <Anchor
                size="xs"
                href={`https://www.twilio.com/docs/api/errors/${code}`}
                target="_blank"
                rel="noreferrer"
              >
                {code}
              </Anchor>
            </>
          )}
        </Text>
        {children}
      </Stack>
    </Group>
  );
}
