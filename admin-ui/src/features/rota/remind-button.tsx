// Asks the volunteers of a shift now whether they come, rather than at the group's hour.
import { Button } from "@mantine/core";
import { api, ask } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";

export interface RemindButtonProps {
  readonly groupId: string;
  readonly shiftId: string;
  readonly date: string;
}

export function RemindButton({ groupId: id, shiftId, date }: RemindButtonProps) {
  const remind = useSave({
    save: () =>
      ask(
        api.v1.helplines[":id"].shifts[":shiftId"].remind.$post({ param: { id, shiftId }, json: { date } }),
      ),
    touches: ["askings"],
    said: ({ reminded }) =>
      reminded === 0 ? "Everybody on it was reminded before." : `Reminded: ${reminded}.`,
  });
  return (
    <Button variant="default" loading={remind.isPending} onClick={() => remind.mutate()}>
      Remind them now
    </Button>
  );
}
