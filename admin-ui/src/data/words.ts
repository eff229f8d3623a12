// The words in use about people, to choose from: attributes, tags, funnels with their categories, languages, zones.
import { useQuery } from "@tanstack/react-query";
import { api, ask } from "./api.ts";
import type { Key } from "./queries.ts";

const readWords = () => ask(api.v1.contacts.vocabulary.$get());
export type WordsInUse = Awaited<ReturnType<typeof readWords>>;

const NONE: WordsInUse = { attributes: [], tags: [], funnels: [], languages: [], zones: [] };

/** Empty until they are known: whoever knows a word can type it. */
export function useWords(): WordsInUse {
  const { data } = useQuery({ queryKey: ["contacts", "words"] satisfies Key, queryFn: readWords });
  return data ?? NONE;
}
