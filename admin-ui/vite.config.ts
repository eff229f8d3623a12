// The admin, and pages of their own beside it: the sign-in, the API's reference, the web chat and the one that says there is none.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const page = (name: string) => fileURLToPath(new URL(`${name}.html`, import.meta.url));

/** Where the product is while its pages are worked on by `vite admin-ui`. */
const PRODUCT = process.env["PARTYLINE_URL"] ?? "http://127.0.0.1:8787";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [react()],
  server: {
    host: "127.0.0.1",
    proxy: {
      "^/(api|chat|calendar)/": {
        target: PRODUCT,
        changeOrigin: true,
        ws: true,
        // Writes are taken from the product's own origin only, and the page in front of this proxy is it.
        headers: { origin: PRODUCT },
      },
    },
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2023",
    // Each knows `light-dark()`: rewritten for older ones it would no longer follow the scheme that somebody chose.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // Scripts and styles come from our own origin only, nothing inline: the pages' policy forbids it.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        index: page("index"),
        signIn: page("sign-in"),
        docs: page("docs"),
        chat: page("chat"),
        noChat: page("no-chat"),
      },
    },
  },
});
