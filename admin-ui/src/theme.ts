// How everything looks: calm, with one colour for what can be done, and text that everybody can read (WCAG AA).
import { createTheme, DEFAULT_THEME, defaultVariantColorsResolver } from "@mantine/core";
import type { CSSVariablesResolver } from "@mantine/core";

export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 9, dark: 7 },
  autoContrast: true,
  // White on the dark scheme's teal is too pale: text on it is dark.
  luminanceThreshold: 0.25,
  // What is drawn once for both schemes is judged by the light one: the text on our colour is asked of each scheme.
  variantColorResolver: (input) => {
    const colours = defaultVariantColorsResolver(input);
    const isOurs = input.variant === "filled" && input.color === input.theme.primaryColor;
    return isOurs ? { ...colours, color: "var(--mantine-primary-color-contrast)" } : colours;
  },
  defaultRadius: "md",
  cursorType: "pointer",
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", sans-serif',
  headings: { fontWeight: "650" },
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { tt: "none" } },
    Modal: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Dismiss" } } },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
  },
});

/** Mantine's coloured and dimmed texts are too pale on white for small print. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "var(--mantine-color-gray-7)",
    "--mantine-color-placeholder": "var(--mantine-color-gray-7)",
    // What is wrong with a field, in small letters below it.
    "--mantine-color-error": "var(--mantine-color-red-text)",
    ...Object.fromEntries(
      Object.keys(DEFAULT_THEME.colors).flatMap((color) => {
        const dark = `color-mix(in srgb, var(--mantine-color-${color}-9) ${color === "yellow" ? 55 : 75}%, black)`;
        return [
          [`--mantine-color-${color}-light-color`, dark],
          [`--mantine-color-${color}-text`, dark],
          [`--mantine-color-${color}-outline`, dark],
        ];
      }),
    ),
  },
  dark: {
    "--mantine-color-dimmed": "var(--mantine-color-dark-1)",
    "--mantine-color-placeholder": "var(--mantine-color-dark-1)",
    "--mantine-color-error": "var(--mantine-color-red-text)",
  },
});
