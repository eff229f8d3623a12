// Contents of the account that WhatsApp approved: one for each language, with what its variables are given.
import { Alert, Button, Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { TemplateFinding } from "#core/message-template/finding";
import type { ApprovedContent } from "#core/message-template/template";
import { languageName } from "../../../data/languages.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import { contentsQuery } from "../questions.ts";
import type { Content } from "../questions.ts";
import { Findings } from "./findings.tsx";
import { WordsField } from "./words-field.tsx";

type Contents = Readonly<Record<string, ApprovedContent>>;

export interface ApprovedContentsProps {
  readonly contents: Contents;
  readonly findings: readonly TemplateFinding[];
  readonly onChange: (contents: Record<string, ApprovedContent>) => void;
}

export function ApprovedContents({ contents, findings, onChange }: ApprovedContentsProps) {
  const { data, error, refetch } = useQuery(contentsQuery);
  const known = data?.data ?? [];
  const free = known.filter(({ language }) => contents[tagOf(language)] === undefined);
  return (
    <Stack gap="lg">
      {Object.entries(contents).map(([tag, content]) => (
        <Chosen
          key={tag}
          tag={tag}
          content={content}
          known={known}
          onChange={(next) => onChange({ ...contents, [tag]: next })}
          onRemove={() =>
            onChange(Object.fromEntries(Object.entries(contents).filter(([other]) => other !== tag)))
          }
          findings={findings.filter(({ place }) => place === `whatsapp.${tag}`)}
        />
      ))}
      {error !== null && (
        <ProblemNote problem={error} title="The account’s contents are not known" retry={refetch} />
      )}
      {data === undefined && error === null && <Skeleton h={36} />}
      {data !== undefined && known.length === 0 && (
        <Alert color="gray">
          The account has no content that WhatsApp approved. Write one in Twilio’s console under Content
          Template Builder, and have it approved there.
        </Alert>
      )}
      {free.length > 0 && (
        <Select
          label="Choose approved content"
          placeholder="One for each language"
          data={free.map(({ sid, name, language }) => ({
            value: sid,
            label: `${name} (${languageName(tagOf(language))})`,
          }))}
          value={null}
          onChange={(sid) => {
            const chosen = free.find((one) => one.sid === sid);
            if (chosen !== undefined) onChange({ ...contents, [tagOf(chosen.language)]: toContent(chosen) });
          }}
          searchable
        />
      )}
    </Stack>
  );
}

/** Twilio writes pt_BR. */
function tagOf(language: string): string {
  return language.replace("_", "-");
}

function toContent(
  { sid, variables, body }: Content,
  given: Readonly<Record<string, string>> = {},
): ApprovedContent {
  return {
    contentSid: sid,
    variables: Object.fromEntries(variables.map((name) => [name, given[name] ?? ""])),
    body,
  };
}

interface ChosenProps {
  readonly tag: string;
  readonly content: ApprovedContent;
  readonly known: readonly Content[];
  readonly findings: readonly TemplateFinding[];
  readonly onChange: (content: ApprovedContent) => void;
  readonly onRemove: () => void;
}

function Chosen({ tag, content, known, findings, onChange, onRemove }: ChosenProps) {
  const { contentSid, variables, body } = content;
  const own = known.find(({ sid }) => sid === contentSid);
  const names = [...new Set([...Object.keys(variables), ...(own?.variables ?? [])])];
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600} size="sm">
          {languageName(tag)}: {own?.name ?? contentSid}
        </Text>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={onRemove}
          aria-label={`Take ${languageName(tag)} away`}
        >
          Take away
        </Button>
      </Group>
      <Text size="sm" c="dimmed" className="wrap-anywhere" style={{ whiteSpace: "pre-wrap" }} dir="auto">
        {own?.body ?? body ?? "The account does not say what it says."}
      </Text>
      {names.map((name) => (
        <WordsField
          key={name}
          label={`Variable ${name}`}
          rows={1}
          value={variables[name] ?? ""}
          onChange={(words) => onChange({ ...content, variables: { ...variables, [name]: words } })}
        />
      ))}
      <Findings findings={findings} />
    </Stack>
  );
}
