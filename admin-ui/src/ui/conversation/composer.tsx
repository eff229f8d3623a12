// Writing to a person: plain words or those of a template, what they cost, and Ctrl+Enter to send.
import { Button, Group, Kbd, Text, Textarea } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { segments } from "#core/text/segments";
import type { ConversationPlace } from "../../data/conversation.ts";
import { useReply } from "../../data/conversation.ts";
import { keepDraft, readDraft } from "./drafts.ts";
import { TemplateMenu } from "./template-menu.tsx";

/** As the API takes it (`CHARACTERS_MAX`). */
const CHARACTERS_MAX = 1600;

export interface ComposerProps {
  readonly place: ConversationPlace;
  readonly contactId: string;
  readonly channel: "sms" | "whatsapp" | "chat";
  readonly label: string;
}

export function Composer({ place, contactId, channel, label }: ComposerProps) {
  const draftKey = `${place.addressId} ${place.lineId}`;
  const [text, setText] = useState(() => readDraft(draftKey));
  // Of one and the same attempt, so that pressing twice says it once.
  const [attempt, setAttempt] = useState(() => crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const write = (words: string) => {
    setText(words);
    keepDraft(draftKey, words);
  };
  const reply = useReply(place, () => {
    write("");
    setAttempt(crypto.randomUUID());
    field.current?.focus();
  });
  const send = () => {
    if (text.trim() !== "" && !reply.isPending) reply.mutate({ text: text.trim(), key: attempt });
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          send();
        }}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={CHARACTERS_MAX}
        dir="auto"
      />
      <Group justify="space-between" mt="xs" gap="xs">
        <Group gap="xs">
          <TemplateMenu
            contactId={contactId}
            channel={channel}
            onChosen={(words) => {
              write(text === "" ? words : `${text}\n${words}`);
              field.current?.focus();
            }}
          />
          {channel === "sms" && text !== "" && <Size text={text} />}
        </Group>
        <Group gap="xs">
          <Text size="xs" c="dimmed" visibleFrom="sm">
            <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">Enter</Kbd>
          </Text>
          <Button
            type="submit"
            leftSection={<IconSend size={16} aria-hidden />}
            loading={reply.isPending}
            disabled={text.trim() === ""}
          >
            Send
          </Button>
        </Group>
      </Group>
    </form>
  );
}

function Size({ text }: { readonly text: string }) {
  const { count, costly } = segments(text);
  return (
    <Text size="xs" c="dimmed">
      {count === 1 ? "1 segment" : `${count} segments`}
      {costly !== null && count > 1 && ` (“${costly}” makes it longer)`}
    </Text>
  );
}
