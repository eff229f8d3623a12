// Points a number here; what stood there before is shown first, since it no longer gets anything.
import { Button, Code, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api, ask } from "../../../data/api.ts";
import { useSave } from "../../../data/use-save.ts";
import { Confirm } from "../../../ui/confirm.tsx";
import type { AccountNumber } from "../questions.ts";

export function PointHere({ number }: { readonly number: AccountNumber }) {
  const [isAsking, setAsking] = useState(false);
  const targets = [number.texts, number.calls].filter((target) => target !== null);
  const elsewhere = targets.flatMap(({ url, isHere }) => (url === "" || isHere ? [] : [url]));
  const point = useSave({
    save: () => ask(api.v1.setup.numbers[":sid"].point.$post({ param: { sid: number.sid } })),
    touches: ["lines", "settings"],
    said: `Twilio sends what comes to ${number.number} here now.`,
    onSaved: () => setAsking(false),
  });
  if (targets.every(({ isHere }) => isHere)) return null;
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={point.isPending}
        onClick={() => (elsewhere.length === 0 ? point.mutate() : setAsking(true))}
        aria-label={`Point ${number.number} here`}
      >
        Point here
      </Button>
      <Confirm
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={`Point ${number.number} here?`}
        action="Point it here"
        isBusy={point.isPending}
        onConfirm={() => point.mutate()}
      >
        <Stack gap="xs">
          <Text size="sm">It points elsewhere now. From then on nothing more comes to:</Text>
          {elsewhere.map((url) => (
            <Code key={url} className="wrap-anywhere">
              {url}
            </Code>
          ))}
        </Stack>
      </Confirm>
    </>
  );
}
