// Tabs that are more than a phone is wide: there they are a list to choose from, all of them a tap away.
import { NativeSelect, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";

export interface TabListProps<Tab extends string> {
  /** In their order; one that is not named is not there. */
  readonly labels: Readonly<Partial<Record<Tab, string>>>;
  /** In which something does not fit yet. */
  readonly marked?: readonly Tab[];
  /** The open one. */
  readonly value: Tab;
  /** Only a phone asks: tabs tell it to what they stand in. */
  readonly onChange: (tab: string) => void;
}

export function TabList<Tab extends string>({ labels, marked = [], value, onChange }: TabListProps<Tab>) {
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const isMarked = (tab: string): boolean => marked.some((one) => one === tab);
  const tabs = Object.entries<string | undefined>(labels).map(([tab, label = tab]) => ({
    value: tab,
    label,
  }));
  if (isPhone)
    return (
      <NativeSelect
        aria-label="Part of this page"
        data={tabs.map((tab) =>
          isMarked(tab.value) ? { ...tab, label: `${tab.label} (does not fit yet)` } : tab,
        )}
        error={isMarked(value)}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        size="md"
      />
    );
  return (
    <Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Tab
          key={tab.value}
          value={tab.value}
          {...(isMarked(tab.value) && { color: "red", rightSection: "!" })}
        >
          {tab.label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
