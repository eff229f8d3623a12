// Templates to write from: chosen by name, inserted as this person would read them.
import { Button, Combobox, useCombobox } from "@mantine/core";
import { IconTemplate } from "@tabler/icons-react";
import { useState } from "react";
import { api, ask } from "../../data/api.ts";
import { useTemplates } from "../../data/choices.ts";
import { tellProblem } from "../../data/use-save.ts";

export interface TemplateMenuProps {
  readonly contactId: string;
  readonly channel: "sms" | "whatsapp" | "chat";
  readonly onChosen: (words: string) => void;
}

export function TemplateMenu({ contactId, channel, onChosen }: TemplateMenuProps) {
  const { data: templates = [] } = useTemplates();
  const [sought, setSought] = useState("");
  const combobox = useCombobox({ onDropdownClose: () => setSought("") });
  const shown = templates.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  if (templates.length === 0) return null;
  const insert = async (id: string) => {
    combobox.closeDropdown();
    try {
      const { data } = await ask(
        api.v1.templates[":id"].preview.$post({
          param: { id },
          json: { contacts: [contactId], channel: channel === "chat" ? "sms" : channel },
        }),
      );
      const [preview] = data;
      if (preview?.text == null) throw new Error(whyNot(preview));
      onChosen(preview.text);
    } catch (error) {
      tellProblem(error);
    }
  };
  return (
    <Combobox
      store={combobox}
      width={280}
      position="top-start"
      onOptionSubmit={(id) => void insert(id)}
      withinPortal
    >
      <Combobox.Target withAriaAttributes={false}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconTemplate size={16} aria-hidden />}
          onClick={() => combobox.toggleDropdown()}
          aria-expanded={combobox.dropdownOpened}
          aria-haspopup="listbox"
        >
          Template
        </Button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={sought}
          onChange={({ currentTarget }) => setSought(currentTarget.value)}
          placeholder="Find a template"
          aria-label="Find a template"
        />
        <Combobox.Options mah={260} style={{ overflowY: "auto" }} aria-label="Templates">
          {shown.map(({ id, name }) => (
            <Combobox.Option value={id} key={id}>
              {name}
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>No template is called that.</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Either what it prints is missing, or it cannot be rendered, or it is not ours to render. */
function whyNot(preview: { readonly missing: unknown; readonly problem: unknown } | undefined): string {
  if (preview === undefined) return "This template says nothing to this person.";
  const { missing, problem } = preview;
  if (Array.isArray(missing) && missing.length > 0)
    return `This person lacks what it prints: ${missing.join(", ")}.`;
  return typeof problem === "string"
    ? problem
    : "WhatsApp sends this template as it approved it; it has no words to insert.";
}
