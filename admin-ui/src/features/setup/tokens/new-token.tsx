// A new token, and the one moment in which it can be read.
import { Alert, Button, Code, CopyButton, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Scopes } from "#core/area";
import { api, ask } from "../../../data/api.ts";
import { fieldProblems } from "../../../data/field-problems.ts";
import type { Role } from "../../../data/use-session.ts";
import { useSave } from "../../../data/use-save.ts";
import { ProblemNote } from "../../../ui/problem-note.tsx";
import "../setup.css";
import { RoleField } from "../staff/role-field.tsx";
import { readingOnly } from "./areas.ts";
import { ScopesField } from "./scopes-field.tsx";

export interface NewTokenProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const LASTING = [
  { value: "", label: "Until it is revoked" },
  { value: "7", label: "A week" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
] as const;

export function NewToken({ isOpen, onClose }: NewTokenProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="New token" size="lg" closeOnClickOutside={false}>
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: Pick<NewTokenProps, "onClose">) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const [scopes, setScopes] = useState<Scopes | null>(null);
  const [days, setDays] = useState<string>("90");
  const { mutate, isPending, error, data } = useSave({
    save: () =>
      ask(
        api.v1.tokens.$post({
          json: {
            name,
            role,
            ...(scopes !== null && { scopes }),
            ...(days !== "" && { days: Number(days) }),
          },
        }),
      ),
    touches: ["tokens"],
    isQuiet: true,
  });
  if (data !== undefined) return <ShownOnce token={data.token} onClose={onClose} />;
  const problemAt = fieldProblems(error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <Stack>
        <TextInput
          label="Name"
          description="What it is for, so that you know later which one to revoke."
          placeholder="Dashboard in the hall"
          required
          data-autofocus
          maxLength={80}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={problemAt("name")}
        />
        <RoleField
          value={role}
          onChange={(now) => {
            setRole(now);
            if (now === "viewer" && scopes !== null) setScopes(readingOnly(scopes));
          }}
        />
        <ScopesField value={scopes} onChange={setScopes} mayChange={role !== "viewer"} />
        <Select
          label="Good for"
          data={[...LASTING]}
          value={days}
          onChange={(value) => setDays(value ?? "")}
          allowDeselect={false}
        />
        {error !== null && problemAt("name") === undefined && <ProblemNote problem={error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            loading={isPending}
            disabled={scopes !== null && Object.keys(scopes).length === 0}
          >
            Make the token
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ShownOnce({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  return (
    <Stack>
      <Alert color="orange" title="Copy it now">
        It is shown this once. Only its fingerprint is kept here.
      </Alert>
      <Code block aria-label="The token" className="wrap-anywhere setup-token">
        {token}
      </Code>
      <Text size="sm" c="dimmed">
        Programs send it as <Code>authorization: Bearer …</Code>
      </Text>
      <Group justify="flex-end">
        <CopyButton value={token}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>I have it</Button>
      </Group>
    </Stack>
  );
}
