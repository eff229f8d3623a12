// What WhatsApp is sent: the same words, words of its own, or content that WhatsApp approved.
import { Radio, Stack } from "@mantine/core";
import type { MessageTemplate } from "#core/message-template/template";
import { ApprovedContents } from "./approved-contents.tsx";
import { withWhatsapp } from "./change-template.ts";
import { Findings } from "./findings.tsx";
import { Languages } from "./languages.tsx";
import { MediaList } from "./media-list.tsx";
import type { WordsProps } from "./text-words.tsx";

const KINDS = ["same", "text", "content"] as const;
type Kind = (typeof KINDS)[number];

export function WhatsappWords({ document, findings, onChange }: WordsProps) {
  const { whatsapp } = document;
  const set = (next: MessageTemplate["whatsapp"]) => onChange(withWhatsapp(document, next));
  return (
    <Stack gap="lg">
      <Radio.Group
        label="On WhatsApp they read"
        value={whatsapp?.kind ?? "same"}
        onChange={(kind) => set(begin(KINDS.find((one) => one === kind) ?? "same", document))}
      >
        <Stack gap="xs" mt={6}>
          <Radio
            value="same"
            label="The same words as by SMS"
            description="They reach only who wrote to you within 24 hours."
          />
          <Radio
            value="text"
            label="Words of its own"
            description="They reach only who wrote to you within 24 hours."
          />
          <Radio value="content" label="Approved content" description="It reaches everybody who agreed." />
        </Stack>
      </Radio.Group>
      {whatsapp?.kind === "text" && (
        <>
          <Languages
            channel="whatsapp"
            document={document}
            texts={whatsapp.text}
            findings={findings}
            onTexts={(text) => set({ ...whatsapp, text })}
            onLanguage={(language) => onChange({ ...document, language })}
          />
          <MediaList
            media={whatsapp.media ?? []}
            onChange={(media) => {
              const { media: _, ...rest } = whatsapp;
              set(media.length === 0 ? rest : { ...rest, media: [...media] });
            }}
          />
        </>
      )}
      {whatsapp?.kind === "content" && (
        <ApprovedContents
          contents={whatsapp.contents}
          findings={findings}
          onChange={(contents) => set({ kind: "content", contents })}
        />
      )}
      <Findings findings={findings.filter(({ place, code }) => place === "whatsapp" && code !== "window")} />
    </Stack>
  );
}

/** What there is already is the beginning of it. */
function begin(kind: Kind, { whatsapp, text, language }: MessageTemplate): MessageTemplate["whatsapp"] {
  if (kind === whatsapp?.kind) return whatsapp;
  switch (kind) {
    case "same":
      return undefined;
    case "text":
      return { kind, text: text ?? { [language]: "" } };
    case "content":
      return { kind, contents: {} };
    default:
      return kind satisfies never;
  }
}
