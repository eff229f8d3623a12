// How fast, at what price, up to how much, and to which countries.
import { MultiSelect, NumberInput, Stack } from "@mantine/core";
import { SEGMENTS_PER_SECOND } from "#core/sender-kind";
import { listCountries } from "../../../data/countries.ts";
import { PricesField } from "./prices-field.tsx";
import type { LineForm } from "./use-line-form.ts";

export function SendingTab({ form: { draft, change, problemAt } }: { readonly form: LineForm }) {
  const usual = SEGMENTS_PER_SECOND[draft.sender];
  return (
    <Stack maw={560} gap="lg">
      <NumberInput
        label="Segments a second"
        description={`How fast it may send. Left empty: ${usual}, as usual for this kind of sender.`}
        placeholder={String(usual)}
        value={draft.segmentsPerSecond ?? ""}
        onChange={(value) => change({ segmentsPerSecond: typeof value === "number" ? value : undefined })}
        min={0.05}
        max={1_000}
        error={problemAt("segmentsPerSecond")}
      />
      <PricesField
        prices={draft.prices}
        onChange={(prices) => change({ prices })}
        problem={problemAt("prices")}
      />
      <NumberInput
        label="Spend at most, a day"
        description="Beyond it nothing that we begin leaves until tomorrow. Left empty: no limit."
        placeholder="No limit"
        value={draft.spendCapPerDay ?? ""}
        onChange={(value) => change({ spendCapPerDay: typeof value === "number" ? value : undefined })}
        {...(draft.prices !== undefined && { suffix: ` ${draft.prices.currency}` })}
        min={0}
        max={1_000_000}
        error={problemAt("spendCapPerDay")}
      />
      <MultiSelect
        label="Only to these countries"
        description="Numbers of other countries are never sent anything that we begin. Left empty: every country."
        placeholder={draft.countries === undefined ? "Every country" : ""}
        data={[...listCountries()]}
        value={draft.countries ?? []}
        onChange={(countries) => change({ countries: countries.length === 0 ? undefined : countries })}
        searchable
        clearable
        clearButtonProps={{ "aria-label": "Only to these countries: clear" }}
        error={problemAt("countries")}
      />
    </Stack>
  );
}
