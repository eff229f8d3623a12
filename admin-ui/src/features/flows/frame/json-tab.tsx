// The flow as JSON: to take elsewhere, and to put in what was written elsewhere.
import { Alert, Button, CopyButton, FileButton, Group, JsonInput, List, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import { readJson } from "../draft/read-json.ts";
import type { FlowWithDraft } from "../questions.ts";
import { parseFlow } from "#core/conversation/parse-flow";
import { saveFile } from "./save-file.ts";
import type { DraftState } from "./use-draft.ts";

export interface JsonTabProps {
  readonly flow: FlowWithDraft;
  readonly state: DraftState;
  readonly mayEdit: boolean;
}

/** A box of one height: one that grows is measured at each keystroke, which thousands of lines make slow. */
const ROWS = 28;

export function JsonTab({ flow, state, mayEdit }: JsonTabProps) {
  const present = useMemo(() => JSON.stringify(state.json, null, 2), [state.json]);
  const [written, setWritten] = useState<string | null>(null);
  const text = written ?? present;
  const pasted = useMemo(() => readJson(text), [text]);
  // Typing comes first: what is wrong with it is looked for after it.
  const looked = useDeferredValue(pasted);
  const problems = useMemo(
    () => (looked.kind === "object" ? namesOfProblems(looked.object) : [looked.message]),
    [looked],
  );
  const isOther = written !== null && written !== present;
  return (
    <Stack>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={() => saveFile(`${flow.slug}.json`, text)}>
          Download
        </Button>
        {mayEdit && (
          <FileButton
            accept="application/json,.json"
            onChange={(file) => void file?.text().then((read) => setWritten(read))}
          >
            {(props) => (
              <Button variant="default" {...props}>
                Open a file
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      <JsonInput
        label="The flow as JSON"
        description="What you change here is in the editor as soon as you take it over, and saved when you save."
        value={text}
        onChange={setWritten}
        readOnly={!mayEdit}
        rows={ROWS}
        spellCheck={false}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      />
      {problems.length > 0 && (
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="This is not a finished flow">
          <List size="sm">
            {problems.map((problem) => (
              <List.Item key={problem}>{problem}</List.Item>
            ))}
          </List>
          {pasted.kind === "object" && (
            <Text size="sm" mt="xs">
              You can take it over all the same, and mend it afterwards.
            </Text>
          )}
        </Alert>
      )}
      {isOther && (
        <Group>
          <Button
            disabled={pasted.kind === "problem"}
            onClick={() => {
              if (pasted.kind === "problem") return;
              state.edit(() => pasted.object);
              setWritten(null);
            }}
          >
            Take it over
          </Button>
          <Button variant="default" onClick={() => setWritten(null)}>
            Back to what it was
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function namesOfProblems(object: Record<string, unknown>): readonly string[] {
  const parsed = parseFlow(object);
  return parsed.kind === "ok" ? [] : [...new Set(parsed.problems.map(({ message }) => message))];
}
