// What happened in a case, in words: one sentence, and the quiet lines under it.
import type { DisputeHappened, DisputeLink, DisputePage } from "../../../generated/contract";
import { day as dayText, listText, pieceText, say } from "../../../i18n";
import { KINDS, packText, STATES } from "./said";

export type Told = { head: string; lines: string[] };

function linkText(link: DisputeLink): string {
  switch (link.to) {
    case "receipt":
      return say("dispute-event-receipt");
    case "incident":
      return say("dispute-event-incident");
    case "sale":
      return say("dispute-event-sale");
    case "opening":
      return say("dispute-link-opening", { day: dayText(link.day) });
    case "file":
      return pieceText(link.piece);
    case "not_needed":
      return say("dispute-event-not-needed", { piece: pieceText(link.piece) });
  }
}

/** One event of the timeline. */
export function toldOf(what: DisputeHappened, page: Pick<DisputePage, "packs">): Told {
  switch (what.kind) {
    case "opened":
    case "amended": {
      const { kind, reply_by: by, said, story } = what.details;
      const head = what.kind === "opened" ? say("dispute-event-opened") : say("dispute-event-amended");
      const line = [KINDS[kind](), by ? say("dispute-by", { day: dayText(by) }) : ""].filter(Boolean).join(" · ");
      return { head, lines: [line, said ?? "", story ?? ""] };
    }
    case "linked": {
      const why = what.link.to === "not_needed" ? what.link.why : "";
      return { head: say("dispute-event-linked", { what: linkText(what.link) }), lines: [why] };
    }
    case "unlinked":
      return { head: say("dispute-event-unlinked", { what: linkText(what.link) }), lines: [what.why] };
    case "submitted": {
      const { way, files, missing, note, pack } = what.submission;
      return {
        head: say("dispute-event-submitted", { way, count: files.length }),
        lines: [
          pack ? say("dispute-sent-pack", { pack: packText(pack, page) }) : "",
          missing && missing.length > 0
            ? say("dispute-sent-missing", { pieces: listText(missing.map(pieceText)) })
            : "",
          note ?? "",
        ],
      };
    }
    case "closed":
      return {
        head: say("dispute-event-closed", { outcome: STATES[what.ending.outcome]() }),
        lines: [what.ending.note ?? ""],
      };
    case "reopened":
      return { head: say("dispute-event-reopened"), lines: [what.why] };
  }
}
