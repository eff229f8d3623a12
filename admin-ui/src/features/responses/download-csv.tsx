// All responses as a file for a spreadsheet.
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { api, check } from "../../data/api.ts";
import { useSave } from "../../data/use-save.ts";
import { useMay } from "../../data/use-session.ts";
import { toQuery } from "./sought.ts";
import type { Sought } from "./sought.ts";

export interface DownloadCsvProps {
  readonly flowId: string;
  /** Only those that the table shows, newest first. */
  readonly sought: Sought;
}

export function DownloadCsv({ flowId, sought }: DownloadCsvProps) {
  const mayEdit = useMay("editor");
  const download = useSave({
    save: async () => {
      const { order: _order, ...query } = toQuery(sought);
      const answer = await api.v1.flows[":id"]["responses.csv"].$get({ param: { id: flowId }, query });
      await check(answer);
      saveFile(await answer.blob(), "responses.csv");
    },
    touches: [],
  });
  if (!mayEdit) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      Download CSV
    </Button>
  );
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
