// What the pages of setup ask the API.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";

const readSetup = () => ask(api.v1.setup.$get());
const readSettings = () => ask(api.v1.settings.$get());
const readNumbers = () => ask(api.v1.setup.numbers.$get());

export type Setup = Awaited<ReturnType<typeof readSetup>>;
export type Step = Setup["steps"][number];
export type Settings = Awaited<ReturnType<typeof readSettings>>;
export type AccountNumber = Awaited<ReturnType<typeof readNumbers>>["data"][number];

export function useSetup() {
  return useQuery({ queryKey: ["settings", "setup"] satisfies Key, queryFn: readSetup });
}

export function useSettings() {
  return useQuery({ queryKey: ["settings"] satisfies Key, queryFn: readSettings });
}

export function useNumbers() {
  return useQuery({ queryKey: ["lines", "numbers"] satisfies Key, queryFn: readNumbers });
}
