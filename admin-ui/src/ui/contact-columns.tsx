// The columns of every list of people.
import { Badge, Group, Stack, Text } from "@mantine/core";
import { addressOf, callOf } from "../data/contact-rows.ts";
import type { ContactRow } from "../data/contact-rows.ts";
import { languageName } from "../data/languages.ts";
import type { Column } from "./data-table.tsx";
import { AnchorLink } from "./links.tsx";
import { Standings } from "./standings.tsx";
import { When } from "./when.tsx";

/** What a cell shows of many tags. */
const TAGS_MAX = 3;

export const CONTACT_COLUMNS: readonly Column<ContactRow>[] = [
  {
    key: "name",
    label: "Name",
    show: (contact) => (
      <Stack gap={0}>
        <AnchorLink
          to="/contacts/$contactId"
          params={{ contactId: contact.id }}
          fw={600}
          className="wrap-anywhere"
        >
          {callOf(contact)}
        </AnchorLink>
        {contact.erasedAt !== null && (
          <Text size="xs" c="dimmed">
            Forgotten
          </Text>
        )}
      </Stack>
    ),
  },
  {
    key: "numbers",
    label: "Number",
    show: ({ addresses }) => {
      const [first, ...others] = addresses.map(addressOf);
      return (
        <Text size="sm" span className="wrap-anywhere">
          {first ?? "–"}
          {others.length > 0 && (
            <Text span size="xs" c="dimmed" title={others.join(", ")}>
              {` and ${others.length} more`}
            </Text>
          )}
        </Text>
      );
    },
  },
  { key: "consent", label: "Consent", show: ({ addresses }) => <Standings addresses={addresses} /> },
  {
    key: "tags",
    label: "Tags",
    show: ({ tags }) =>
      tags.length === 0 ? null : (
        <Group gap={4}>
          {tags.slice(0, TAGS_MAX).map((tag) => (
            <Badge key={tag} variant="default" tt="none" fw={400} maw={160}>
              {tag}
            </Badge>
          ))}
          {tags.length > TAGS_MAX && (
            <Text span size="xs" c="dimmed" title={tags.slice(TAGS_MAX).join(", ")}>
              {`and ${tags.length - TAGS_MAX} more`}
            </Text>
          )}
        </Group>
      ),
  },
  {
    key: "language",
    label: "Language",
    show: ({ language }) => (language === null ? null : languageName(language)),
  },
  { key: "created", label: "Added", show: ({ createdAt }) => <When at={createdAt} show="day" /> },
];
