import type { App } from "../../../app.svelte";
import type { PackAbout } from "../../../generated/contract";

/** What a pack is to be about, as it stands in the form. */
export type Wish = { about: PackAbout; which: string; from: string; to: string };

/** Leads to the page of packs, about this: `packs/incident/ID`, `packs/dispute/ID`, `packs/range/FROM/TO`. */
export function toPack(app: App, about: PackAbout, ...which: string[]): void {
  app.go("evidence");
  app.place.data.evidenceTab = ["packs", about, ...which].join("/");
}

/** What the page of packs was asked to be about; null when it was not. */
export function wishFrom(place: string): Wish | null {
  const [, about, which = "", to = which] = place.split("/");
  if (which === "") return null;
  if (about === "range") return { about, which: "", from: which, to };
  return about === "incident" || about === "dispute" ? { about, which, from: "", to: "" } : null;
}
