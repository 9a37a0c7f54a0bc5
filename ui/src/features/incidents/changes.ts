// What an amendment changed: the earlier words stay in sight beside the later ones.
import type { Details, IncidentLine, Terminal, TimelineEvent } from "../../generated/contract";
import { itemTitle, laneTitle, money, say } from "../../i18n";
import { cardText } from "../records/figures";
import { CAUSES, effectText, symptomText } from "./said";

export type Change = { field: keyof Details; label: string; before: string; after: string };

/** How each field of an incident is called, and how it reads; empty for nothing. */
export function fieldsOf(details: Details, terminals: readonly Terminal[]): Omit<Change, "before">[] {
  const { lane, symptom, code, screen, amount_fen: fen, card, item, cause, lane_effect: effect, note } = details;
  const terminal = terminals.find(({ id }) => id === details.terminal)?.name ?? details.terminal ?? "";
  return [
    { field: "symptom", label: say("incident-symptom"), after: symptom ? symptomText(symptom) : "" },
    { field: "screen", label: say("field-screen"), after: screen ?? "" },
    { field: "code", label: say("incident-code"), after: code ?? "" },
    { field: "item", label: say("field-item"), after: item ? itemTitle(item) : "" },
    { field: "amount_fen", label: say("field-amount"), after: typeof fen === "number" ? money(fen) : "" },
    { field: "card", label: say("receipt-card"), after: cardText(card ?? null) },
    { field: "lane", label: say("incident-lane"), after: lane ? laneTitle(lane) : "" },
    { field: "terminal", label: say("field-terminal"), after: terminal },
    { field: "cause", label: say("incident-cause"), after: cause ? CAUSES[cause]() : "" },
    {
      field: "lane_effect",
      label: say("incident-effect"),
      after: effect && effect !== "none" ? effectText(effect) : "",
    },
    { field: "note", label: say("field-note"), after: note ?? "" },
  ];
}

/** The fields that read otherwise than before. */
export function changesOf(before: Details, after: Details, terminals: readonly Terminal[]): Change[] {
  const earlier = new Map(fieldsOf(before, terminals).map(({ field, after }) => [field, after]));
  return fieldsOf(after, terminals)
    .map((each) => ({ ...each, before: earlier.get(each.field) ?? "" }))
    .filter((each) => each.before !== each.after);
}

/** What stood before each amendment of a timeline, by the id of its event. */
export function standingBefore(timeline: readonly TimelineEvent[]): Map<string, Details> {
  const found = new Map<string, Details>();
  let standing: Details | null = null;
  for (const { id, what } of timeline) {
    if (what.kind === "amended" && standing !== null) found.set(id, standing);
    if (what.kind === "opened" || what.kind === "amended") standing = what.details;
  }
  return found;
}

/** What makes two incidents the same fault, as the core counts them: the code, else the symptom, else the item. */
const faultOf = ({ code, symptom, item }: Details): string => code || symptom || item || "";

/** The earlier ones of the same fault at the same terminal, newest first. */
export function earlierOf(incident: IncidentLine, others: readonly IncidentLine[]): IncidentLine[] {
  return others
    .filter(({ details }) => faultOf(details) === faultOf(incident.details))
    .filter(({ no, details }) => no < incident.no && details.terminal === incident.details.terminal)
    .slice(0, incident.times - 1);
}
