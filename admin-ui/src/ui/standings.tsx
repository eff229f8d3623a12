// What may be begun with somebody, by channel: in one word where it is the same everywhere.
import { Badge, Group } from "@mantine/core";
import type { Standing } from "#core/consent/standing";

type Channel = "sms" | "whatsapp" | "chat";

export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  sms: "SMS",
  whatsapp: "WhatsApp",
  chat: "Web chat",
};

export const STANDING_WORDS: Readonly<Record<Standing, { readonly label: string; readonly color: string }>> =
  {
    "opted-out": { label: "Said STOP", color: "red" },
    suppressed: { label: "To be left alone", color: "orange" },
    "opted-in": { label: "Said yes", color: "teal" },
    granted: { label: "Agreed", color: "teal" },
    unknown: { label: "Not asked", color: "gray" },
  };

const CHANNELS = Object.keys(CHANNEL_WORDS) as readonly Channel[];

export interface StandingsProps {
  readonly addresses: readonly {
    readonly standings: { readonly [Name in Channel]?: Standing | undefined };
  }[];
}

export function Standings({ addresses }: StandingsProps) {
  const known = CHANNELS.flatMap((channel) =>
    addresses.flatMap(({ standings }) => {
      const standing = standings[channel];
      return standing === undefined ? [] : [{ channel, standing }];
    }),
  );
  const distinct = new Set(known.map(({ standing }) => standing));
  const [first] = known;
  if (first === undefined) return null;
  const shown =
    distinct.size === 1
      ? [{ key: "all", label: STANDING_WORDS[first.standing].label, standing: first.standing }]
      : [...new Map(known.map((one) => [`${one.channel} ${one.standing}`, one])).values()].map(
          ({ channel, standing }) => ({
            key: `${channel} ${standing}`,
            label: `${CHANNEL_WORDS[channel]}: ${STANDING_WORDS[standing].label}`,
            standing,
          }),
        );
  return (
    <Group gap={4}>
      {shown.map(({ key, label, standing }) => (
        <Badge key={key} variant="light" color={STANDING_WORDS[standing].color} tt="none" fw={500}>
          {label}
        </Badge>
      ))}
    </Group>
  );
}
