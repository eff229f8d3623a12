// What a comparison can be about and compare with, as far as it is known here: words in use, lists, campaigns, flows.
import type { NameOf } from "#core/segment/sentence";
import { useCampaigns, useFlows, useSegments } from "../../data/choices.ts";
import { languageName } from "../../data/languages.ts";
import { useWords } from "../../data/words.ts";
import type { WordsInUse } from "../../data/words.ts";
import { CHANNEL_WORDS, STANDING_WORDS } from "../standings.tsx";
import { nameOf, subjectOf } from "./subject.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface Options {
  readonly choices: readonly Option[];
  /** Nothing else can be meant: an id, or one of a few words. */
  readonly isClosed: boolean;
}

export interface Known {
  readonly words: WordsInUse;
  readonly flows: readonly Option[];
  /** What the value of a path can be. */
  readonly optionsOf: (path: string) => Options;
  /** What lists, campaigns and flows are called. */
  readonly nameOf: NameOf;
}

const STANDINGS = Object.entries(STANDING_WORDS).map(([value, { label }]) => ({ value, label }));
const CHANNELS = Object.entries(CHANNEL_WORDS).map(([value, label]) => ({ value, label }));

export function useKnown(): Known {
  const words = useWords();
  const flows = (useFlows().data ?? []).map(({ slug, name }) => ({ value: slug, label: name }));
  const campaigns = (useCampaigns().data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const lists = (useSegments().data ?? [])
    .filter(({ kind }) => kind === "list")
    .map(({ id, name }) => ({ value: id, label: name }));
  const named = { list: lists, campaign: campaigns, flow: flows };
  return {
    words,
    flows,
    nameOf: (kind, key) => named[kind].find(({ value }) => value === key)?.label ?? null,
    optionsOf: (path) => {
      const subject = subjectOf(path);
      switch (subject) {
        case "tags":
          return open(words.tags);
        case "lists":
          return { choices: lists, isClosed: true };
        case "campaigns.received":
        case "campaigns.replied":
          return { choices: campaigns, isClosed: true };
        case "consent":
          return { choices: STANDINGS, isClosed: true };
        case "channel":
          return { choices: CHANNELS, isClosed: true };
        case "language":
          return {
            choices: words.languages.map((value) => ({ value, label: languageName(value) })),
            isClosed: false,
          };
        case "zone":
          return open(words.zones);
        case "category":
          return open(words.funnels.find(({ name }) => name === nameOf(path))?.categories ?? []);
        case "attributes":
        case "answers":
        case "created":
        case "last_inbound":
        case null:
          return open([]);
        default:
          return subject satisfies never;
      }
    },
  };
}

function open(words: readonly string[]): Options {
  return { choices: words.map((value) => ({ value, label: value })), isClosed: false };
}
