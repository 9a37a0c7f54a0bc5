import type { Call, Details, Settlement, TimelineEvent } from "../../generated/contract";
import { laneTitle, say } from "../../i18n";
import { clockText, guideText, saleText, whatText } from "./words";

const SETTLED: Record<Settlement, () => string> = {
  settled: () => say("aid-told-settled"),
  reversed: () => say("aid-told-reversed"),
  written_off: () => say("aid-told-written-off"),
};

function callText(call: Call): string {
  const parts = [
    call.answered_by === "" ? "" : say("aid-told-answered-by", { name: call.answered_by }),
    call.ticket === "" ? "" : say("aid-told-ticket", { ticket: call.ticket }),
    call.said,
  ].filter((part) => part !== "");
  const lasted = clockText(call.lasted_s);
  const head =
    call.hotline === ""
      ? say("aid-told-call-plain", { lasted })
      : say("aid-told-call", { number: call.hotline, lasted });
  return parts.length === 0 ? head : say("aid-told-more", { head, more: parts.join(say("list-clause")) });
}

/** What was learned, in words: only what was not known before. */
function learned(now: Details, before: Details | null): string {
  const changed = (one: string, other: string): string => (one === other ? "" : one);
  const effect = (details: Details | null): string => {
    if (!details || (details.lane_effect ?? "none") === "none") return "";
    const lane = details.lane ? `${laneTitle(details.lane)} ` : "";
    return lane + (details.lane_effect === "stopped" ? say("aid-told-stopped") : say("aid-told-slowed"));
  };
  return [
    changed(whatText(now), before ? whatText(before) : ""),
    changed(saleText(now), before ? saleText(before) : ""),
    changed(effect(now), effect(before)),
    changed(now.note ?? "", before?.note ?? ""),
  ]
    .filter((part) => part !== "")
    .join(say("list-clause"));
}

/** One event of an incident in words; empty when it says nothing that a person at the till needs. */
function toldText({ what }: TimelineEvent, before: Details | null): string {
  switch (what.kind) {
    case "opened": {
      const sale = saleText(what.details);
      const head = say("aid-told-opened", { what: whatText(what.details) });
      return sale === "" ? head : say("aid-told-more", { head, more: sale });
    }
    case "step": {
      const head = guideText(`${what.step}-title`) || what.step;
      const more = guideText(`${what.step}-answer-${what.answer}`);
      return more === "" ? head : say("aid-told-more", { head, more });
    }
    case "said":
      return what.text;
    case "call":
      return callText(what.call);
    case "attached":
      return say("aid-told-attached", { count: what.attachments.length });
    case "amended": {
      const more = learned(what.details, before);
      return more === "" ? "" : say("aid-told-amended", { what: more });
    }
    case "assigned":
      return what.owner === "" ? say("aid-told-unassigned") : say("aid-told-assigned", { name: what.owner });
    case "resolved":
      return what.how === "" ? say("aid-told-resolved") : say("aid-told-resolved-how", { how: what.how });
    case "reopened":
      return say("aid-told-reopened");
    case "sale_pending":
      return say("aid-told-pending");
    case "sale_amended":
      return say("aid-told-numbers");
    case "sale_settled":
      return SETTLED[what.how]();
    case "sale_reopened":
      return say("aid-told-sale-reopened");
  }
}

/** The timeline in words. Numbers of a sale that follow from those of its incident are said once. */
export function toldLines(timeline: readonly TimelineEvent[]): { id: string; at: string; text: string }[] {
  let known: Details | null = null;
  let amendedAt = "";
  return timeline.flatMap((event) => {
    const { id, at, what } = event;
    const follows = what.kind === "sale_amended" && at === amendedAt;
    const text = follows ? "" : toldText(event, known);
    if (what.kind === "opened" || what.kind === "amended") known = what.details;
    if (what.kind === "amended") amendedAt = at;
    return text === "" ? [] : [{ id, at, text }];
  });
}
