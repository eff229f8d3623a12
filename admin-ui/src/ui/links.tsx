// Links that look like the components: their addresses and filters are checked against the route table.
import { Anchor, Button, NavLink } from "@mantine/core";
import type { AnchorProps, ButtonProps, NavLinkProps } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef, ReactNode } from "react";

type Native = Omit<ComponentPropsWithRef<"a">, "style" | "color">;

export const AnchorLink = createLink((props: AnchorProps & Native) => <Anchor {...props} />);

export const ButtonLink = createLink((props: ButtonProps & Native) => <Button component="a" {...props} />);

export const PlaceLink = createLink((props: NavLinkProps & Native) => <NavLink component="a" {...props} />);

/** The way back, above a page's title. */
export const BackLink = createLink(({ children, ...props }: Native & { readonly children?: ReactNode }) => (
  // The router hands a class of its own, empty as a rule: ours comes after it.
  <Anchor size="sm" {...props} className="back">
    <IconChevronLeft size={16} aria-hidden />
    {children}
  </Anchor>
));
