// The words for every channel that has none of its own, per language, and the pictures that go with them.
import type { TemplateFinding } from "#core/message-template/finding";
import type { MessageTemplate } from "#core/message-template/template";
import { Stack } from "@mantine/core";
import { withMedia, withText } from "./change-template.ts";
import { Languages } from "./languages.tsx";
import { MediaList } from "./media-list.tsx";

export interface WordsProps {
  readonly document: MessageTemplate;
  readonly findings: readonly TemplateFinding[];
  readonly onChange: (document: MessageTemplate) => void;
}

export function TextWords({ document, findings, onChange }: WordsProps) {
  return (
    <Stack gap="lg">
      <Languages
        channel="sms"
        document={document}
        texts={document.text ?? {}}
        findings={findings}
        onTexts={(texts) => onChange(withText(document, texts))}
        onLanguage={(language) => onChange({ ...document, language })}
      />
      <MediaList media={document.media ?? []} onChange={(media) => onChange(withMedia(document, media))} />
    </Stack>
  );
}
