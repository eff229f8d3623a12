// Rows of a list: a table on a desk, cards on a phone; more rows on demand.
import { Box, Button, Group, Skeleton, Table, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Pages } from "../data/use-pages.ts";
import { ProblemNote } from "./problem-note.tsx";

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  readonly show: (row: Row) => ReactNode;
  /** Numbers stand at the end of their cell. */
  readonly isNumber?: boolean;
  /** The heading is for those who do not see the table, such as above a button. */
  readonly isLabelHidden?: boolean;
  /** The heading is a button that sorts by it. */
  readonly sort?: { readonly direction: "up" | "down" | null; readonly onSort: () => void };
}

export interface DataTableProps<Row> {
  /** What the rows are, for those who do not see them. */
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Shown instead when there is not one row. */
  readonly empty: ReactNode;
}

const SKELETON_ROWS = 6;

const ICONS = { up: IconArrowUp, down: IconArrowDown, none: IconArrowsSort } as const;
const SORTS = { up: "ascending", down: "descending", none: "none" } as const;

export function DataTable<Row>({ label, pages, columns, keyOf, empty }: DataTableProps<Row>) {
  if (pages.problem !== null && pages.rows.length === 0)
    return <ProblemNote problem={pages.problem} retry={pages.retry} />;
  if (pages.isWaiting) return <Waiting count={columns.length} />;
  if (pages.rows.length === 0) return empty;
  return (
    <Box>
      <Table.ScrollContainer minWidth={0} className="table-frame">
        <Table aria-label={label} className="cards-on-phone" verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Heading key={column.key} column={column} />
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {pages.rows.map((row) => (
              <Table.Tr key={keyOf(row)}>
                {columns.map(({ key, label: heading, show, isNumber, isLabelHidden }) => (
                  <Table.Td
                    key={key}
                    data-label={isLabelHidden === true ? undefined : heading}
                    ta={isNumber === true ? "end" : undefined}
                  >
                    {show(row)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {pages.hasMore && (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={() => void pages.readMore()} loading={pages.isReadingMore}>
            Show more
          </Button>
        </Group>
      )}
    </Box>
  );
}

function Heading<Row>({
  column: { label, isNumber, isLabelHidden, sort },
}: {
  readonly column: Column<Row>;
}) {
  const align = isNumber === true ? "end" : undefined;
  if (sort === undefined)
    return (
      <Table.Th ta={align}>
        {isLabelHidden === true ? <span className="unseen">{label}</span> : label}
      </Table.Th>
    );
  const { direction, onSort } = sort;
  const Icon = ICONS[direction ?? "none"];
  return (
    <Table.Th ta={align} aria-sort={SORTS[direction ?? "none"]}>
      <UnstyledButton className="sort" onClick={onSort}>
        <span>{label}</span>
        <Icon size={14} aria-hidden />
      </UnstyledButton>
    </Table.Th>
  );
}

function Waiting({ count }: { readonly count: number }) {
  return (
    <Table verticalSpacing="sm" aria-hidden>
      <Table.Tbody>
        {Array.from({ length: SKELETON_ROWS }, (_row, row) => (
          <Table.Tr key={row}>
            {Array.from({ length: count }, (_cell, cell) => (
              <Table.Td key={cell}>
                <Skeleton h={16} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
