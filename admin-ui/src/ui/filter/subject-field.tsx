// What a comparison is about: chosen, and named where there are many of its kind.
import { Autocomplete, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Filter } from "#core/condition";
import { api, ask } from "../../data/api.ts";
import type { Key } from "../../data/queries.ts";
import { CHANNEL_WORDS } from "../standings.tsx";
import { offerOthers } from "./offer-others.ts";
import { questionsIn } from "./questions-in.ts";
import {
  blankFilter,
  nameOf,
  namesOf,
  SUBJECT_GROUPS,
  SUBJECT_WORDS,
  SUBJECTS,
  subjectOf,
} from "./subject.ts";
import type { Known } from "./use-known.ts";

export interface SubjectFieldProps {
  readonly filter: Filter;
  readonly known: Known;
  readonly onChange: (filter: Filter) => void;
}

const CHOICES = SUBJECT_GROUPS.map(({ group, subjects }) => ({
  group,
  items: subjects.map((value) => ({ value, label: SUBJECT_WORDS[value] })),
}));
const CHANNELS = Object.entries(CHANNEL_WORDS).map(([value, label]) => ({ value, label }));
const WIDE = { base: "100%", xs: 190 };

export function SubjectField({ filter, known, onChange }: SubjectFieldProps) {
  const subject = subjectOf(filter.path);
  const rename = (path: string) => onChange({ ...filter, path });
  return (
    <>
      <Select
        aria-label="About"
        data={subject === null ? [...CHOICES, { group: "Unknown", items: [filter.path] }] : CHOICES}
        value={subject ?? filter.path}
        onChange={(chosen) => {
          const wanted = SUBJECTS.find((one) => one === chosen);
          if (wanted !== undefined && wanted !== subject) onChange(blankFilter(wanted));
        }}
        allowDeselect={false}
        searchable
        maxDropdownHeight={420}
        nothingFoundMessage="Nothing of that name"
        w={WIDE}
      />
      {subject === "attributes" && (
        <Autocomplete
          aria-label="Which attribute"
          placeholder="Its name, such as plan"
          data={["name", ...known.words.attributes.filter((name) => name !== "name")]}
          filter={offerOthers}
          value={nameOf(filter.path)}
          onChange={(name) => rename(`attributes.${name}`)}
          w={WIDE}
        />
      )}
      {subject === "category" && (
        <Autocomplete
          aria-label="Which funnel"
          placeholder="Its key"
          data={known.words.funnels.map(({ name }) => name)}
          filter={offerOthers}
          value={nameOf(filter.path)}
          onChange={(name) => rename(name === "" ? "category" : `category.${name}`)}
          w={WIDE}
        />
      )}
      {subject === "consent" && (
        <Select
          aria-label="On which channel"
          data={CHANNELS}
          value={nameOf(filter.path)}
          onChange={(channel) => rename(`consent.${channel ?? "sms"}`)}
          allowDeselect={false}
          w={130}
        />
      )}
      {subject === "answers" && <QuestionField path={filter.path} known={known} onChange={rename} />}
    </>
  );
}

interface QuestionFieldProps {
  readonly path: string;
  readonly known: Known;
  readonly onChange: (path: string) => void;
}

function QuestionField({ path, known, onChange }: QuestionFieldProps) {
  const [flow, question] = namesOf(path);
  const isKnown = known.flows.some(({ value }) => value === flow);
  const { data } = useQuery({
    queryKey: ["flows", flow, "draft"] satisfies Key,
    queryFn: () => ask(api.v1.flows[":id"].$get({ param: { id: flow } })),
    enabled: isKnown,
  });
  return (
    <>
      <Select
        aria-label="In which flow"
        placeholder="Choose a flow"
        data={isKnown || flow === "" ? [...known.flows] : [...known.flows, { value: flow, label: flow }]}
        value={flow === "" ? null : flow}
        onChange={(slug) => onChange(`answers.${slug ?? ""}`)}
        allowDeselect={false}
        searchable
        w={WIDE}
      />
      <Autocomplete
        aria-label="Which question"
        placeholder="Which question"
        data={data === undefined ? [] : questionsIn(data.draft)}
        value={question}
        onChange={(name) => onChange(name === "" ? `answers.${flow}` : `answers.${flow}.${name}`)}
        w={WIDE}
      />
    </>
  );
}
