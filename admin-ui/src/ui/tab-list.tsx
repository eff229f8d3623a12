// Tabs that are more than a phone is wide: there they are a list to choose from, all of them a tap away.
import { NativeSelect, Tabs } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";

export interface TabListProps<Tab extends string> {
  readonly labels: Readonly<Record<Tab, string>>;
  /** The open one. */
  readonly value: Tab;
  /** Only a phone asks: tabs tell it to what they stand in. */
  readonly onChange: (tab: string) => void;
}

export function TabList<Tab extends string>({ labels, value, onChange }: TabListProps<Tab>) {
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const tabs = Object.entries<string>(labels).map(([tab, label]) => ({ value: tab, label }));
  if (isPhone)
    return (
      <NativeSelect
        aria-label="Part of this page"
        data={tabs}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        size="md"
      />
    );
  return (
    <Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Tab key={tab.value} value={tab.value}>
          {tab.label}
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}
