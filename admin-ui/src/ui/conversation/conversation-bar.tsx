// Above a conversation: whose it is, what the flow does meanwhile, and what can be done about both.
import { Button, Group, Select, Text } from "@mantine/core";
import { IconCheck, IconHandStop, IconPlayerPlay } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useActorName, useStaff } from "../../data/actors.ts";
import type { ConversationPlace, OpenConversation } from "../../data/conversation.ts";
import { useAssign, useClose, useHold } from "../../data/conversation.ts";
import { useMay } from "../../data/use-session.ts";

export interface ConversationBarProps {
  readonly place: ConversationPlace;
  readonly conversation: OpenConversation;
  readonly onClosed?: () => unknown;
  readonly leading?: ReactNode;
}

export function ConversationBar({ place, conversation, onClosed, leading }: ConversationBarProps) {
  const mayAct = useMay("editor");
  const nameOf = useActorName();
  const { live, assignee, waitingSince } = conversation;
  const isHeld = live?.phase === "with-person";
  if (!mayAct)
    return (
      <Group gap="xs">
        {leading}
        <Text size="sm" c="dimmed">
          {assignee === null ? "Nobody has it yet." : `With ${nameOf(assignee.id)}.`} {tellFlow(live?.phase)}
        </Text>
      </Group>
    );
  return (
    <Group gap="xs" justify="space-between">
      <Group gap="xs">
        {leading}
        <Assignee place={place} assignee={assignee} />
        <Text size="xs" c="dimmed">
          {tellFlow(live?.phase)}
        </Text>
      </Group>
      <Group gap="xs">
        <Hold live={live} place={place} isMine={assignee?.isMe === true} />
        {(waitingSince !== null || isHeld || assignee !== null) && (
          <Close place={place} onClosed={onClosed} />
        )}
      </Group>
    </Group>
  );
}

function tellFlow(phase: string | undefined): string {
  if (phase === undefined || phase === "finished") return "";
  return phase === "with-person" ? "The flow stands aside." : "A flow is talking with them.";
}

function Assignee({
  place,
  assignee,
}: {
  readonly place: ConversationPlace;
  readonly assignee: OpenConversation["assignee"];
}) {
  const { data: staff = [] } = useStaff();
  const nameOf = useActorName();
  const assign = useAssign(place);
  const others = staff.filter(({ id, disabledAt }) => disabledAt === null && !isMe(assignee, id));
  const data = [
    { value: "", label: "Nobody has it" },
    { value: "me", label: "You" },
    ...others.map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
  ];
  const value = assignee === null ? "" : assignee.isMe ? "me" : assignee.id;
  const known = data.some((one) => one.value === value) ? data : [...data, { value, label: nameOf(value) }];
  return (
    <Select
      aria-label="Who has this conversation"
      size="xs"
      w={150}
      data={known}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => assign.mutate(chosen === "" ? null : chosen)}
      disabled={assign.isPending}
    />
  );
}

function isMe(assignee: OpenConversation["assignee"], staffId: string): boolean {
  return assignee?.isMe === true && assignee.id === `staff:${staffId}`;
}

interface HoldProps {
  readonly place: ConversationPlace;
  readonly live: OpenConversation["live"];
  readonly isMine: boolean;
}

/** Taking over makes it one's own. */
function Hold({ place, live, isMine }: HoldProps) {
  const hold = useHold();
  const assign = useAssign(place);
  if (live === null || live.phase === "finished") return null;
  if (live.phase === "with-person" && isMine)
    return (
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlayerPlay size={14} aria-hidden />}
        loading={hold.isPending}
        onClick={() => hold.mutate({ runId: live.runId, move: "release" })}
      >
        Give back to the flow
      </Button>
    );
  const take = async () => {
    if (live.phase !== "with-person") await hold.mutateAsync({ runId: live.runId, move: "take-over" });
    await assign.mutateAsync("me");
  };
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconHandStop size={14} aria-hidden />}
      loading={hold.isPending || assign.isPending}
      onClick={() => void take().catch(() => undefined)}
    >
      Take over
    </Button>
  );
}

function Close({
  place,
  onClosed,
}: {
  readonly place: ConversationPlace;
  readonly onClosed: (() => unknown) | undefined;
}) {
  const close = useClose(place, () => onClosed?.());
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconCheck size={14} aria-hidden />}
      loading={close.isPending}
      onClick={() => close.mutate()}
    >
      Close
    </Button>
  );
}
