// The same words in each language: one text box each, with what it counts and what is wrong with it.
import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { sizesOf } from "#core/message-template/check";
import type { TemplateFinding } from "#core/message-template/finding";
import type { MessageTemplate } from "#core/message-template/template";
import { languageName } from "../../../data/languages.ts";
import { LanguageField } from "../../../ui/language-field.tsx";
import { Findings } from "./findings.tsx";
import { Size } from "./size.tsx";
import { WordsField } from "./words-field.tsx";

type Texts = Readonly<Record<string, string>>;

export interface LanguagesProps {
  readonly channel: "sms" | "whatsapp";
  readonly document: MessageTemplate;
  readonly texts: Texts;
  readonly findings: readonly TemplateFinding[];
  readonly onTexts: (texts: Record<string, string>) => void;
  readonly onLanguage: (language: string) => void;
}

export function Languages(props: LanguagesProps) {
  const { channel, document, texts, findings, onTexts, onLanguage } = props;
  const [isAdding, setIsAdding] = useState(false);
  const sizes = channel === "sms" ? sizesOf(document) : [];
  const tags = Object.keys(texts);
  return (
    <Stack gap="lg">
      {tags.map((tag) => (
        <Stack key={tag} gap={6}>
          <WordsField
            label={languageName(tag)}
            value={texts[tag] ?? ""}
            onChange={(words) => onTexts({ ...texts, [tag]: words })}
            actions={
              <Group gap="sm">
                {tags.length > 1 && (
                  <>
                    <Radio
                      size="xs"
                      label="For whose language is not written"
                      checked={document.language === tag}
                      onChange={() => onLanguage(tag)}
                      name={`fallback-${channel}`}
                      value={tag}
                    />
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      onClick={() =>
                        onTexts(Object.fromEntries(Object.entries(texts).filter(([other]) => other !== tag)))
                      }
                      aria-label={`Take ${languageName(tag)} away`}
                    >
                      Take away
                    </Button>
                  </>
                )}
              </Group>
            }
          />
          <Size size={texts[tag] === "" ? undefined : sizes.find(({ language }) => language === tag)} />
          <Findings
            findings={findings.filter(
              ({ place, code }) => place === `${channel}.${tag}` && code !== "costly",
            )}
          />
        </Stack>
      ))}
      {tags.length === 0 && (
        <Text size="sm" c="dimmed">
          There are no words yet.
        </Text>
      )}
      {isAdding || tags.length === 0 ? (
        <LanguageField
          label="Write it in"
          value={null}
          isRequired
          onChange={(tag) => {
            if (tag !== null && texts[tag] === undefined) onTexts({ ...texts, [tag]: "" });
            setIsAdding(false);
          }}
        />
      ) : (
        <Group>
          <Button variant="default" size="compact-sm" onClick={() => setIsAdding(true)}>
            Add a language
          </Button>
        </Group>
      )}
    </Stack>
  );
}
