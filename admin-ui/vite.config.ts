// Pages of their own: the landing page, the API's reference, the web chat and the one that says there is none. The Worker serves what comes out of this.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const page = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url));

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // Scripts and styles come from our own origin only, nothing inline: the pages' policy forbids it.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: page("index"), docs: page("docs"), chat: page("chat"), noChat: page("no-chat") },
    },
  },
});
