// What a segment costs, by the country of the number.
import {
  ActionIcon,
  Button,
  Group,
  Input,
  NumberInput,
  Select,
  Stack,
  Switch,
  TextInput,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { LineConfig } from "#core/line";
import { listCountries } from "../../../data/countries.ts";

type Prices = NonNullable<LineConfig["prices"]>;

export interface PricesFieldProps {
  readonly prices: Prices | undefined;
  readonly onChange: (prices: Prices | undefined) => void;
  readonly problem: string | undefined;
}

const ELSEWHERE = { value: "*", label: "Everywhere else" } as const;
const FIRST: Prices = { currency: "USD", perSegment: { "*": 0.01 } };
/** Twilio's price list has five. */
const DECIMALS = 5;

export function PricesField({ prices, onChange, problem }: PricesFieldProps) {
  return (
    <Input.Wrapper
      label="Prices"
      labelElement="div"
      description="Forecasts and the limit below are counted with them. Twilio’s price list has them, by country."
      error={problem}
    >
      <Stack gap="sm" mt="xs">
        <Switch
          label="I know the prices"
          checked={prices !== undefined}
          onChange={({ currentTarget: { checked } }) => onChange(checked ? FIRST : undefined)}
        />
        {prices !== undefined && <Rows prices={prices} onChange={onChange} />}
      </Stack>
    </Input.Wrapper>
  );
}

function Rows({
  prices,
  onChange,
}: {
  readonly prices: Prices;
  readonly onChange: (prices: Prices) => void;
}) {
  const entries = Object.entries(prices.perSegment);
  const put = (next: readonly (readonly [string, number])[]) =>
    onChange({ ...prices, perSegment: Object.fromEntries(next) });
  const free = [ELSEWHERE, ...listCountries()].filter(({ value }) => !(value in prices.perSegment));
  return (
    <>
      <TextInput
        label="Currency"
        maxLength={3}
        w={110}
        value={prices.currency}
        onChange={({ currentTarget }) => onChange({ ...prices, currency: currentTarget.value.toUpperCase() })}
      />
      {entries.map(([country, price], place) => {
        const name = [ELSEWHERE, ...listCountries()].find(({ value }) => value === country)?.label ?? country;
        const swap = (entry: readonly [string, number]) =>
          put(entries.map((each, index) => (index === place ? entry : each)));
        return (
          <Group key={place} gap="xs" wrap="nowrap">
            <Select
              aria-label={`Country ${place + 1}`}
              data={[{ value: country, label: name }, ...free]}
              value={country}
              onChange={(value) => value !== null && swap([value, price])}
              searchable
              allowDeselect={false}
              flex={1}
            />
            <NumberInput
              aria-label={`Price of a segment, ${name}`}
              value={price}
              onChange={(value) => typeof value === "number" && swap([country, value])}
              min={0}
              max={10}
              step={0.001}
              decimalScale={DECIMALS}
              w={120}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Remove the price for ${name}`}
              onClick={() => put(entries.filter((_each, index) => index !== place))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Group>
        );
      })}
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        leftSection={<IconPlus size={14} aria-hidden />}
        disabled={free.length === 0}
        onClick={() => put([...entries, [free[0]?.value ?? "*", 0.01]])}
      >
        Another country
      </Button>
    </>
  );
}
