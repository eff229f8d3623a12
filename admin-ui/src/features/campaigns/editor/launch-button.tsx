// The launch: asked once, with the people and the money in the question.
import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSend } from "@tabler/icons-react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { When } from "../../../ui/when.tsx";
import type { Forecast } from "../questions.ts";
import { money, people } from "../words.ts";

export interface LaunchButtonProps {
  readonly id: string;
  readonly revision: number;
  readonly forecast: Forecast | undefined;
  /** Something in the checklist stands against it. */
  readonly isBlocked: boolean;
  /** The figures are not those of the form yet. */
  readonly isStale: boolean;
  readonly startAt: string | undefined;
}

export function LaunchButton({ id, revision, forecast, isBlocked, isStale, startAt }: LaunchButtonProps) {
  const [isAsking, { open, close }] = useDisclosure();
  const beginsLater = forecast !== undefined && forecast.startsAt > forecast.at;
  const isScheduled = startAt !== undefined && beginsLater;
  const launch = useSave({
    save: () => ask(api.v1.campaigns[":id"].launch.$post({ param: { id }, json: { revision } })),
    touches: ["campaigns", "messages", "audit"],
    said: isScheduled
      ? "It is scheduled."
      : beginsLater
        ? "It is launched, and begins when its hours open."
        : "It is on its way.",
    onSaved: close,
  });
  return (
    <>
      <Button
        leftSection={<IconSend size={18} aria-hidden />}
        disabled={isBlocked || isStale || forecast === undefined}
        onClick={open}
      >
        {isScheduled ? "Schedule…" : "Launch…"}
      </Button>
      {forecast !== undefined && (
        <Modal
          opened={isAsking}
          onClose={close}
          title={`${isScheduled ? "Schedule it for" : "Send it to"} ${people(forecast.planned)}?`}
          centered
        >
          <Stack gap="sm">
            <Text>
              {forecast.cost === null
                ? "What it costs is not known, since the line has no prices."
                : `It costs about ${money(forecast.cost)}.`}{" "}
              {beginsLater ? "It begins at " : "It begins at once"}
              {beginsLater && <When at={forecast.startsAt} />}
              {", and is through about "}
              <When at={forecast.finishesAt} />.
            </Text>
            <Text size="sm" c="dimmed">
              Outside the line&apos;s hours everybody waits until it opens. You can pause or cancel it at any
              time; what has gone out by then cannot be taken back.
            </Text>
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                Not yet
              </Button>
              <Button loading={launch.isPending} onClick={() => launch.mutate()} data-autofocus>
                {isScheduled ? "Schedule it" : `Send to ${people(forecast.planned)}`}
              </Button>
            </Group>
          </Stack>
        </Modal>
      )}
    </>
  );
}
