// Nobody may take the demo for the real thing: it is marked on every page.
import { Badge, Tooltip } from "@mantine/core";

export function DemoMark() {
  return (
    <Tooltip label="Everything here is made up: no message leaves this machine.">
      <Badge color="orange" variant="light" tt="none" tabIndex={0}>
        Demo
      </Badge>
    </Tooltip>
  );
}
