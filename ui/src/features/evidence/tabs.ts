// The tabs of the evidence page: a tab is a word, and a component that is loaded when somebody looks at it.
import type { Component } from "svelte";

import { say } from "../../i18n";

export const TABS = ["cases", "packs", "check", "keys"] as const;
export type Tab = (typeof TABS)[number];

type Part = { title: () => string; load: () => Promise<{ default: Component }> };

/** What stands behind each tab. To add one: its name in `TABS`, its word, its component. */
export const PARTS: Readonly<Record<Tab, Part>> = {
  cases: { title: () => say("evidence-tab-cases"), load: () => import("./cases/Cases.svelte") },
  packs: { title: () => say("evidence-tab-packs"), load: () => import("./packs/PacksTab.svelte") },
  check: { title: () => say("evidence-tab-check"), load: () => import("./check/CheckTab.svelte") },
  keys: { title: () => say("evidence-tab-keys"), load: () => import("./keys/KeysTab.svelte") },
};

/** The tab that was kept, or the first one. What follows a slash is the tab's own. */
export const tabFrom = (kept: string): Tab => TABS.find((tab) => tab === kept.split("/")[0]) ?? TABS[0];
