// Sentences about incidents that are put together from what the core says.
import type {
  Cause,
  Details,
  IncidentLine,
  IncidentState,
  LaneEffect,
  Settlement,
  ToldFrom,
} from "../../generated/contract";
import { itemTitle, laneTitle, say } from "../../i18n";
import { guideText, symptomText } from "../firstaid/words";

export { symptomText };

export const stepText = (step: string): string => guideText(`${step}-title`) || step;
export const answerText = (step: string, answer: string): string => guideText(`${step}-answer-${answer}`) || answer;

/** What an incident is about, in a few words. `meaning` is that of its code, empty while it is not known. */
export function whatText(details: Details, meaning: string): string {
  const { code, symptom, item, screen, note } = details;
  if (code !== undefined && code !== "") {
    return meaning === "" ? say("incident-what-code-bare", { code }) : say("incident-what-code", { code, meaning });
  }
  if (symptom) return symptomText(symptom);
  if (item) return say("incident-what-item", { item: itemTitle(item) });
  if (screen) return `“${screen}”`;
  const [line = ""] = (note ?? "").split("\n", 1);
  return line === "" ? say("incident-what-unknown") : shortened(line);
}

const LONGEST = 40;

function shortened(line: string): string {
  const signs = [...line];
  return signs.length <= LONGEST ? line : `${signs.slice(0, LONGEST - 1).join("")}…`;
}

/** The page of one in a sentence. */
export function pageText({ no, state, pending }: Pick<IncidentLine, "no" | "state" | "pending">, what: string): string {
  if (pending) return say("incident-page-pending", { no, what });
  if (state === "resolved") return say("incident-page-resolved", { no, what });
  if (state === "waiting") return say("incident-page-waiting", { no, what });
  return say("incident-page-open", { no, what });
}

export function stateText(state: IncidentState): string {
  if (state === "open") return say("incident-state-open");
  return state === "waiting" ? say("incident-state-waiting") : say("incident-state-resolved");
}

/** The way of paying, and what became of it. */
export function laneText({ lane, lane_effect: effect }: Details): string {
  if (!lane) return "";
  if (effect === "stopped") return say("incident-lane-stopped", { lane: laneTitle(lane) });
  if (effect === "slowed") return say("incident-lane-slowed", { lane: laneTitle(lane) });
  return laneTitle(lane);
}

export function effectText(effect: LaneEffect): string {
  if (effect === "stopped") return say("incident-effect-stopped");
  return effect === "slowed" ? say("incident-effect-slowed") : say("incident-effect-none");
}

export const CAUSES: Readonly<Record<Cause, () => string>> = {
  machine: () => say("incident-cause-machine"),
  network: () => say("incident-cause-network"),
  account: () => say("incident-cause-account"),
  card: () => say("incident-cause-card"),
  limit: () => say("incident-cause-limit"),
  issuer: () => say("incident-cause-issuer"),
  provider: () => say("incident-cause-provider"),
  security: () => say("incident-cause-security"),
  transaction: () => say("incident-cause-transaction"),
};

export const SETTLEMENTS: Readonly<Record<Settlement, () => string>> = {
  settled: () => say("incident-sale-settled"),
  reversed: () => say("incident-sale-reversed"),
  written_off: () => say("incident-sale-written-off"),
};

/** Whose words a code's meaning is in. */
export const WHOSE: Readonly<Record<ToldFrom, () => string>> = {
  owner: () => say("incident-code-from-owner"),
  acquirer: () => say("incident-code-from-acquirer"),
  ours: () => say("incident-code-from-ours"),
  nobody: () => say("incident-code-from-nobody"),
};
