// Where a file is dropped or chosen, and what is wrong with it.
import "@mantine/dropzone/styles.css";
import { Alert, Anchor, Button, Group, Loader, Stack, Text } from "@mantine/core";
import { Dropzone } from "@mantine/dropzone";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useSave } from "../../data/use-save.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { findTrouble, inMegabytes } from "./check-file.ts";
import { uploadFile } from "./questions.ts";

export function Upload() {
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const stop = useRef(new AbortController());
  const choose = useRef<() => void>(null);
  const { mutate, isPending, error, variables, reset } = useSave({
    save: (file: File) => {
      stop.current = new AbortController();
      return uploadFile(file, stop.current.signal);
    },
    touches: ["imports"],
    isQuiet: true,
    onSaved: ({ id }) => navigate({ to: "/imports/$importId", params: { importId: id } }),
  });
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    reset();
    const found = await findTrouble(file);
    setTrouble(found);
    if (found === null) mutate(file);
  };
  if (isPending)
    return (
      <Group role="status" justify="center" py="xl">
        <Loader size="sm" aria-hidden />
        <Text>
          Sending “{variables.name}”, {inMegabytes(variables.size)}…
        </Text>
        <Button variant="default" onClick={() => stop.current.abort()}>
          Stop
        </Button>
      </Group>
    );
  return (
    <Stack gap="sm">
      <Dropzone
        onDrop={([file]) => void take(file)}
        onReject={() => setTrouble("Drop one file at a time.")}
        multiple={false}
        openRef={choose}
        // The button inside is what keyboards and screen readers use; a click anywhere does as well.
        activateOnKeyboard={false}
        enablePointerEvents
        role="group"
        tabIndex={-1}
        aria-label="Where the file goes"
        inputProps={{ "aria-label": "CSV file" }}
      >
        <Group justify="center" gap="md" mih={130} wrap="nowrap">
          <IconFileSpreadsheet size={36} stroke={1.4} style={{ flex: "none" }} aria-hidden />
          <div>
            <Text fw={600}>
              Drop a CSV file here, or{" "}
              <Anchor
                component="button"
                type="button"
                fw={600}
                underline="always"
                onClick={(event) => {
                  event.stopPropagation();
                  choose.current?.();
                }}
              >
                choose one
              </Anchor>
            </Text>
            <Text size="sm" c="dimmed">
              From any spreadsheet, with or without headings, up to 100 MB. Nobody is changed before you say
              so.
            </Text>
          </div>
        </Group>
      </Dropzone>
      {trouble !== null && (
        <Alert color="red" title="This file cannot be taken" role="alert">
          {trouble}
        </Alert>
      )}
      {error !== null && error.name !== "AbortError" && (
        <ProblemNote problem={error} title="This file cannot be taken" />
      )}
    </Stack>
  );
}
