// Today in numbers, with yesterday's beside.
import { SimpleGrid, Skeleton, Text, Title } from "@mantine/core";
import { useGlance } from "./questions.ts";
import type { Glance } from "./questions.ts";

const NUMBERS: readonly (readonly [keyof Glance["today"], string])[] = [
  ["received", "Texts in"],
  ["sent", "Texts out"],
  ["answers", "Answered to the end"],
  ["calls", "Calls"],
  ["optOuts", "Said STOP"],
];

export function Numbers() {
  const { data } = useGlance();
  return (
    <section aria-labelledby="today">
      <Title order={2} size="h4" id="today" mb="sm">
        Today
      </Title>
      <SimpleGrid cols={{ base: 2, xs: 3, md: 5 }} spacing="md" component="dl" className="numbers">
        {NUMBERS.map(([name, label]) => (
          <div key={name}>
            <Text component="dt" size="sm" c="dimmed">
              {label}
            </Text>
            <dd>
              {data === undefined ? (
                <Skeleton h={30} w={60} my={4} />
              ) : (
                <Text span fz={28} fw={650} lh={1.35}>
                  {data.today[name].toLocaleString("en")}
                </Text>
              )}
              <Text size="xs" c="dimmed">
                {data === undefined ? " " : `${data.yesterday[name].toLocaleString("en")} yesterday`}
              </Text>
            </dd>
          </div>
        ))}
      </SimpleGrid>
    </section>
  );
}
