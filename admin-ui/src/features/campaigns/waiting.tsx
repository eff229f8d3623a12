// A form of a few fields that is about to be there.
import { Skeleton, Stack } from "@mantine/core";

export function Waiting() {
  return (
    <Stack aria-hidden>
      <Skeleton h={36} />
      <Skeleton h={36} />
      <Skeleton h={240} />
    </Stack>
  );
}
