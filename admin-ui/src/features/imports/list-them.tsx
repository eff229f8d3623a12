// Everybody of an import on a list, to write to them.
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { api, ask } from "../../data/api.ts";
import { NameList } from "../../ui/name-list.tsx";
import type { Import } from "./questions.ts";

export function ListThem({ record }: { readonly record: Import }) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button onClick={open}>Put them on a list</Button>
      <NameList
        title="Put everybody of this file on a list"
        isOpen={isOpen}
        onClose={close}
        proposed={record.fileName.replace(/\.[a-z]+$/i, "")}
        fill={(id) =>
          ask(api.v1.segments[":id"].members.$post({ param: { id }, json: { import: record.id } }))
        }
      />
    </>
  );
}
