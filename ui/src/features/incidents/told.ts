// What happened in an incident, in words: one sentence, and the quiet lines under it.
import type { Call, Details, Happened, Provider, Terminal } from "../../generated/contract";
import { day as dayText, money, say } from "../../i18n";
import { minutesOfSeconds } from "../records/figures";
import { changesOf, fieldsOf } from "./changes";
import { answerText, SETTLEMENTS, stepText } from "./said";

export type Told = { head: string; lines: string[] };

/** What the sentences need to know beside the event itself. */
export type Known = {
  terminals: readonly Terminal[];
  providers: readonly Provider[];
  /** How the incident stood before this event, for an amendment. */
  before: Details | undefined;
};

function callTold(call: Call, providers: readonly Provider[]): Told {
  const name = providers.find(({ id }) => id === call.provider)?.name;
  const number = [name, call.hotline].filter(Boolean).join(" ");
  const lines = [
    call.answered_by && say("incident-event-answered", { who: call.answered_by }),
    call.waited_s > 0 && say("incident-event-waited", { minutes: minutesOfSeconds(call.waited_s) }),
    call.lasted_s > 0 && say("incident-event-lasted", { minutes: minutesOfSeconds(call.lasted_s) }),
    call.ticket && say("incident-event-ticket", { ticket: call.ticket }),
  ].filter((part) => typeof part === "string" && part !== "");
  return {
    head: number === "" ? say("incident-event-call-bare") : say("incident-event-call", { number }),
    lines: [lines.join(" · "), call.said],
  };
}

function amendedTold(details: Details, { before, terminals }: Known): Told {
  const none = say("incident-change-none");
  const changes = before === undefined ? [] : changesOf(before, details, terminals);
  return {
    head: say("incident-event-amended"),
    lines: changes.map(({ label, before, after }) =>
      say("incident-change", { field: label, before: before || none, after: after || none }),
    ),
  };
}

const names = (files: readonly { name: string }[]): string => files.map(({ name }) => name).join(" · ");

/** One event of the timeline. */
export function toldOf(what: Happened, known: Known): Told {
  switch (what.kind) {
    case "opened": {
      const facts = fieldsOf(what.details, known.terminals).filter(({ after }) => after !== "");
      const said = facts.filter(({ field }) => field !== "note").map(({ after }) => after);
      return {
        head: say("incident-event-opened"),
        lines: [said.join(" · "), what.details.note ?? "", names(what.attachments)],
      };
    }
    case "step": {
      const step = stepText(what.step);
      if (what.answer === "") return { head: say("incident-event-step-looked", { step }), lines: [] };
      return { head: say("incident-event-step", { step, answer: answerText(what.step, what.answer) }), lines: [] };
    }
    case "said":
      return { head: what.text, lines: [] };
    case "call":
      return callTold(what.call, known.providers);
    case "attached":
      return {
        head: say("incident-event-attached", { count: what.attachments.length }),
        lines: [names(what.attachments)],
      };
    case "amended":
      return amendedTold(what.details, known);
    case "assigned": {
      const due = what.due === null ? "" : say("incident-due", { day: dayText(what.due) });
      const head = what.owner
        ? say("incident-event-assigned", { owner: what.owner })
        : say("incident-event-assigned-nobody");
      return { head, lines: [due, what.waiting ? say("incident-event-waiting") : ""] };
    }
    case "resolved": {
      const fen = what.loss_fen;
      const loss = fen === 0 ? say("incident-event-no-loss") : say("incident-event-loss", { amount: money(fen ?? 0) });
      return {
        head: say("incident-event-resolved"),
        lines: [what.how, fen === null ? "" : loss, names(what.proof)],
      };
    }
    case "reopened":
      return { head: say("incident-event-reopened"), lines: [what.why] };
    case "sale_pending":
      return {
        head:
          what.amount_fen === null
            ? say("incident-event-sale-pending-bare")
            : say("incident-event-sale-pending", { amount: money(what.amount_fen) }),
        lines: [],
      };
    case "sale_amended":
      return { head: say("incident-event-sale-amended"), lines: [] };
    case "sale_settled":
      return {
        head: say("incident-event-sale-settled", { how: SETTLEMENTS[what.how]() }),
        lines: [what.note, names(what.attachments)],
      };
    case "sale_reopened":
      return { head: say("incident-event-sale-reopened"), lines: [what.why] };
  }
}
