// The groups a volunteer is a member of.
import { MultiSelect } from "@mantine/core";
import { api, ask } from "../../data/api.ts";
import { useGroups } from "../../data/helplines.ts";
import type { Volunteer } from "../../data/helplines.ts";
import { useSave } from "../../data/use-save.ts";
import { Section } from "../../ui/section.tsx";

const memberOf = api.v1.helplines[":id"].volunteers[":volunteerId"];

export interface OwnGroupsProps {
  readonly volunteer: Volunteer;
  readonly mayEdit: boolean;
}

export function OwnGroups({ volunteer, mayEdit }: OwnGroupsProps) {
  const groups = useGroups();
  const { id: volunteerId, helplines, name } = volunteer;
  const join = useSave({
    save: (id: string) => ask(memberOf.$put({ param: { id, volunteerId } })),
    touches: ["helplines"],
    said: `${name} is a member.`,
  });
  const leave = useSave({
    save: (id: string) => ask(memberOf.$delete({ param: { id, volunteerId } })),
    touches: ["helplines", "askings"],
    said: `${name} is on none of its shifts from now on.`,
  });
  const all = groups.data ?? [];
  const change = (next: readonly string[]) => {
    for (const id of next) if (!helplines.includes(id)) join.mutate(id);
    for (const id of helplines) if (!next.includes(id)) leave.mutate(id);
  };
  return (
    <Section title="Groups" gap="xs">
      <MultiSelect
        aria-label="Groups"
        description="Whoever leaves a group is on none of its shifts from now on"
        inputWrapperOrder={["input", "description"]}
        placeholder={helplines.length === 0 ? "None yet" : ""}
        disabled={!mayEdit || join.isPending || leave.isPending}
        data={all.map(({ id, name: label }) => ({ value: id, label }))}
        value={helplines.filter((id) => all.some((one) => one.id === id))}
        onChange={change}
      />
    </Section>
  );
}
