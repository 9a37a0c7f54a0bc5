import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// The loopback host serves the bridge; while developing, its calls pass through Vite's own server.
const host = process.env["KAIZHANG_HOST"] ?? "http://127.0.0.1:4610";

export default defineConfig({
  base: "./",
  plugins: [svelte()],
  build: {
    // The oldest engines that the window meets; both know light-dark() and container queries.
    target: ["chrome123", "safari17.5"],
    manifest: true,
    // The content policy allows no data: script and no inline style, so nothing but pictures is ever inlined.
    assetsInlineLimit: 0,
  },
  server: {
    fs: { allow: [".."] },
    proxy: { "/call": host, "/attach": host, "/changed": host },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
