// What happened on a day, in words: one sentence, and the quiet lines under it.
import type { ReminderKind } from "../../generated/contract";
import { money, say, time } from "../../i18n";
import { cardText, saleText, whatText } from "../firstaid/words";
import { SETTLEMENTS } from "../incidents/said";
import { channelKind, type DayEvent } from "./timeline";

function reminderText(kind: ReminderKind): string {
  if (kind === "due") return say("history-event-due");
  return kind === "late" ? say("history-event-late") : say("history-event-nag");
}

function channelText(id: string): string {
  switch (channelKind(id)) {
    case "wecom":
      return say("history-channel-wecom");
    case "dingtalk":
      return say("history-channel-dingtalk");
    case "feishu":
      return say("history-channel-feishu");
    case "server_chan":
      return say("history-channel-server-chan");
    case "email":
      return say("history-channel-email");
    default:
      return say("history-channel-json");
  }
}

/** The day of an instant on the shop's calendar. */
export function dayOf(instant: string, zone: string): string {
  const options = { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  // The Swedish form of a date is the ISO one.
  return new Intl.DateTimeFormat("sv", options).format(new Date(instant));
}

/** What happened. */
export function eventHead(event: DayEvent, zone: string): string {
  switch (event.what) {
    case "reminder":
      return reminderText(event.kind);
    case "told":
      return say("history-event-told", { channel: channelText(event.channel) });
    case "clock":
      return say("history-event-clock", { from: time(event.from, zone), to: time(event.at, zone) });
    case "finish":
      return event.actor === ""
        ? say("history-event-finished")
        : say("history-event-finished-by", { staff: event.actor });
    case "incident":
      return say("history-event-incident", { no: event.incident.no, what: whatText(event.incident.details) });
    case "resolved":
      return say("history-event-resolved", { no: event.incident.no });
    case "sale":
      return event.sale.settled === null
        ? say("history-event-sale", { what: saleText(event.sale) })
        : say("history-event-sale-settled", {
            what: saleText(event.sale),
            how: SETTLEMENTS[event.sale.settled.how](),
          });
    case "receipt":
      return say("history-event-receipt", { no: event.receipt.no, amount: money(event.receipt.total_fen) });
  }
}

/** What else there is to say of it, and who wrote it down. */
export function eventLines(event: DayEvent): string[] {
  const said = (...parts: (string | null | undefined)[]): string[] => {
    const line = parts.filter((part) => typeof part === "string" && part !== "").join(" · ");
    return line === "" ? [] : [line];
  };
  switch (event.what) {
    case "finish":
      return event.note === "" ? [] : [say("today-finished-note", { note: event.note })];
    case "incident":
      return said(saleText(event.incident.details), event.incident.details.note, event.incident.opened_by);
    case "resolved":
      return said(event.incident.how);
    case "sale":
      return said(event.sale.note, event.sale.noted_by);
    case "receipt":
      return said(
        event.receipt.card === null ? "" : cardText(event.receipt.card),
        event.receipt.trace === "" ? "" : say("receipt-trace", { number: event.receipt.trace }),
        event.receipt.note,
        event.receipt.added_by,
      );
    default:
      return [];
  }
}
