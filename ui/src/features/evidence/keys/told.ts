import type { AnchorLine, KeyTrouble, Succession, Way } from "../../../generated/contract";
import { say } from "../../../i18n";

export const TROUBLES: Record<KeyTrouble, () => string> = {
  missing: () => say("keys-trouble-missing"),
  unreadable: () => say("keys-trouble-unreadable"),
  another: () => say("keys-trouble-another"),
};

/** How a key came after the one before. */
export const SUCCESSIONS: Record<Succession, () => string> = {
  rotated: () => say("keys-epoch-rotated"),
  key_lost: () => say("keys-epoch-lost"),
};

export const WAYS: Record<Way, () => string> = {
  sent: () => say("anchors-way-sent"),
  printed: () => say("anchors-way-printed"),
  read_out: () => say("anchors-way-read-out"),
};

/** Which way a code left the shop and to whom, or who stamped. */
export function wayText(anchor: Pick<AnchorLine, "way" | "told">): string {
  if (anchor.way === null) return say("anchors-stamped", { who: anchor.told });
  const way = WAYS[anchor.way]();
  return anchor.told === "" ? way : say("anchors-given-to", { way, who: anchor.told });
}
