// One person more, with what they agreed to and how we know: without proof nobody is written down as agreeing.
import { Button, Group, Modal, Radio, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { fieldProblems } from "../../data/field-problems.ts";
import { useSave } from "../../data/use-save.ts";
import { useWords } from "../../data/words.ts";
import { LanguageField } from "../../ui/language-field.tsx";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { BLANK, REACH_WORDS, REACHES, saveNewContact, TOLD } from "./contact-draft.ts";
import type { Draft } from "./contact-draft.ts";

export interface NewContactProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function NewContact({ isOpen, onClose }: NewContactProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="New contact" size="lg">
      <Form onClose={onClose} />
    </Modal>
  );
}

function Form({ onClose }: Pick<NewContactProps, "onClose">) {
  const navigate = useNavigate();
  const words = useWords();
  const [draft, setDraft] = useState<Draft>(BLANK);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const { mutate, isPending, error } = useSave({
    save: saveNewContact,
    touches: ["contacts"],
    said: "The contact is kept.",
    isQuiet: true,
    onSaved: async ({ id }) => {
      onClose();
      await navigate({ to: "/contacts/$contactId", params: { contactId: id } });
    },
  });
  const problemAt = fieldProblems(error);
  const isPlaced = ["number", "name", "language", "tags", "proof", "source"].some(
    (path) => problemAt(path) !== undefined,
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate(draft);
      }}
    >
      <Stack>
        <TextInput
          label="Number"
          type="tel"
          description="With + and the country's code, or as it is dialled in your default country."
          placeholder="+44 7700 900123"
          required
          data-autofocus
          value={draft.number}
          onChange={({ currentTarget }) => change({ number: currentTarget.value })}
          error={problemAt("number")}
        />
        <TextInput
          label="Name"
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={problemAt("name")}
        />
        <LanguageField
          label="Language"
          value={draft.language}
          onChange={(language) => change({ language })}
          used={words.languages}
          error={problemAt("language")}
        />
        <TagsInput
          label="Tags"
          data={[...words.tags]}
          value={[...draft.tags]}
          onChange={(tags) => change({ tags })}
          error={problemAt("tags")}
          maxTags={50}
        />
        <Radio.Group
          label="May we write to them?"
          value={draft.told}
          onChange={(told) => change({ told: TOLD.find((one) => one === told) ?? "nothing" })}
        >
          <Stack gap="xs" mt={6}>
            <Radio value="nothing" label="Nobody has asked them yet" />
            <Radio value="grant" label="They agreed" />
            <Radio value="suppression" label="They want to be left alone" />
          </Stack>
        </Radio.Group>
        {draft.told !== "nothing" && (
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <Select
              label="On"
              data={REACHES.map((value) => ({ value, label: REACH_WORDS[value] }))}
              value={draft.channel}
              onChange={(channel) => change({ channel: REACHES.find((one) => one === channel) ?? "*" })}
              allowDeselect={false}
            />
            <TextInput
              label="When"
              type="date"
              description="Today where it is empty."
              inputWrapperOrder={["label", "input", "description", "error"]}
              value={draft.on}
              onChange={({ currentTarget }) => change({ on: currentTarget.value })}
              error={problemAt("at")}
            />
            <TextInput
              label="How we know"
              placeholder="Signed the form at the summer fair"
              required
              maxLength={1_000}
              value={draft.proof}
              onChange={({ currentTarget }) => change({ proof: currentTarget.value })}
              error={problemAt("proof")}
            />
          </Group>
        )}
        {error !== null && !isPlaced && <ProblemNote problem={error} title="The contact is not kept" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isPending}>
            Keep the contact
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
