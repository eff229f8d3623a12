// How e-mails look: colours with enough contrast on either ground, and the few rules that cannot be inline.

export const COLOUR = {
  page: "#f1f3f5",
  card: "#ffffff",
  ink: "#1f2933",
  muted: "#5f6b76",
  line: "#dde2e7",
  accent: "#0b6e8a",
  good: "#1f7a3d",
  bad: "#b42318",
  /** Behind what needs somebody. */
  alert: "#fdf0ee",
} as const;

export const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans',Helvetica,Arial,sans-serif;font-size:16px;line-height:24px;overflow-wrap:anywhere;word-break:break-word";

/** Mail programs that know dark grounds turn these; the others keep the inline ones. */
export const DARK = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (max-width:480px){.inside{padding:20px 18px 4px!important}.foot{padding:14px 18px!important}.gutter{padding:8px!important}.figure{display:block!important;width:auto!important}}
@media (prefers-color-scheme:dark){.page{background:#14181c!important;color:#e6eaee!important}.card{background:#1d2328!important;border-color:#39424a!important}.ink{color:#e6eaee!important}.muted{color:#a3aeb8!important}.line{border-color:#39424a!important}.good{color:#6fce8d!important}.bad{color:#ff9d92!important}.alert{background:#3a2320!important}.accent{color:#6cc5de!important;border-color:#6cc5de!important}.bar{background:#3f9db8!important}.button{background:#117c98!important}.track,.rest{background:#2c343b!important}}`;
