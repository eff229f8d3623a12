// What the person can do: write, send a picture or a place, say STOP; and what the staff can do meanwhile.
import { ActionIcon, Group, Menu, TextInput } from "@mantine/core";
import { IconPlus, IconSend2 } from "@tabler/icons-react";
import { useState } from "react";
import type { Attachment, Channel, RunState } from "#core/conversation/run";
import type { TranscriptEvent } from "#core/conversation/transcript";
import type { Act } from "./play.ts";

export interface ComposerProps {
  readonly channel: Channel;
  readonly phase: RunState["phase"];
  readonly onAct: (act: Act) => void;
}

const THINGS: readonly { readonly label: string; readonly thing: Attachment }[] = [
  { label: "Send a picture", thing: { type: "image/jpeg", ref: "preview/picture" } },
  { label: "Send a voice note", thing: { type: "audio/ogg", ref: "preview/voice" } },
  { label: "Send a video", thing: { type: "video/mp4", ref: "preview/video" } },
  { label: "Send a document", thing: { type: "application/pdf", ref: "preview/document" } },
];
/** A place that maps know: Trafalgar Square. */
const PLACE = { latitude: 51.508, longitude: -0.128, label: "Trafalgar Square" };

const PLACEHOLDERS: Readonly<Record<Channel, string>> = {
  sms: "Text message",
  whatsapp: "WhatsApp message",
  chat: "Message",
};

export function Composer({ channel, phase, onAct }: ComposerProps) {
  const [words, setWords] = useState("");
  const happen = (event: TranscriptEvent) => onAct({ kind: "event", event });
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (words.trim() === "") return;
        onAct({ kind: "hear", text: words });
        setWords("");
      }}
    >
      <Group gap={6} wrap="nowrap">
        <Menu position="top-start" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size="lg" radius="xl" aria-label="More that can happen">
              <IconPlus size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>They</Menu.Label>
            {THINGS.map(({ label, thing }) => (
              <Menu.Item key={label} onClick={() => onAct({ kind: "hear", text: "", attachments: [thing] })}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => onAct({ kind: "hear", text: "", location: PLACE })}>
              Send a place
            </Menu.Item>
            <Menu.Item onClick={() => happen("opted-out")}>Say STOP</Menu.Item>
            <Menu.Label>We</Menu.Label>
            {phase === "with-person" ? (
              <Menu.Item onClick={() => happen("release")}>The staff give it back</Menu.Item>
            ) : (
              <Menu.Item onClick={() => happen("take-over")}>The staff take over</Menu.Item>
            )}
            <Menu.Item onClick={() => happen("failed")}>A message cannot be delivered</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <TextInput
          aria-label="What they write"
          placeholder={PLACEHOLDERS[channel]}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          radius="xl"
          autoComplete="off"
          maxLength={1600}
          flex={1}
        />
        <ActionIcon type="submit" size="lg" radius="xl" aria-label="Send" disabled={words.trim() === ""}>
          <IconSend2 size={18} aria-hidden />
        </ActionIcon>
      </Group>
    </form>
  );
}
