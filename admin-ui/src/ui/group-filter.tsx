// Narrows a list to what is of one group of volunteers.
import { useGroups } from "../data/helplines.ts";
import { FilterSelect } from "./filter-select.tsx";

export interface GroupFilterProps {
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

export function GroupFilter(props: GroupFilterProps) {
  const { data = [] } = useGroups();
  const choices = data.map(({ id, name }) => ({ value: id, label: name }));
  return <FilterSelect label="Group" any="All groups" choices={choices} {...props} />;
}
