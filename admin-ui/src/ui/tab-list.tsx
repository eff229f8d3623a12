// The tabs of a page on one line: where they are more than a phone is wide they slide under the thumb, the open one in sight.
import { Tabs } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

export interface TabListProps {
  /** The open one. */
  readonly value: string;
  readonly mb?: "md" | "lg";
  readonly children: ReactNode;
}

export function TabList({ value, mb, children }: TabListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = list.current?.querySelector('[role="tab"][aria-selected="true"]');
    open?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [value]);
  return (
    <Tabs.List ref={list} className="tab-list" {...(mb !== undefined && { mb })}>
      {children}
    </Tabs.List>
  );
}
