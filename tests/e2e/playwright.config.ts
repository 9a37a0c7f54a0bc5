import { defineConfig } from "@playwright/test";

import { chromium } from "./lib/places";

// PICTURES=1 draws the pictures of the README instead of testing; scripts/pictures.sh sets it.
const drawing = process.env["PICTURES"] === "1";

export default defineConfig({
  testDir: drawing ? "pictures" : "tests",
  testMatch: drawing ? "*.ts" : "*.spec.ts",
  outputDir: "out",
  fullyParallel: true,
  workers: 2,
  // A test that passes only the second time has found a defect, so nothing is tried twice.
  retries: 0,
  forbidOnly: process.env["CI"] !== undefined,
  // Patience tells a screen that hangs from one that answers; how fast this machine is, nothing here measures. A till's PC
  // or a shared one of CI takes three times as long as a desk's.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    // Not the shop's zone: every hour on the screen must come from the shop, never from this machine.
    timezoneId: "America/Los_Angeles",
    viewport: { width: 1366, height: 768 },
    colorScheme: "light",
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
    screenshot: "only-on-failure",
    trace: "off",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
