import type { WorkKind, WorkPhase } from "../../generated/contract";
import { say } from "../../i18n";

export const TITLES: Record<WorkKind, () => string> = {
  check_pack: () => say("work-kind-check-pack"),
  make_pack: () => say("work-kind-make-pack"),
};

export const PHASES: Record<WorkPhase, () => string> = {
  gathering: () => say("work-phase-gathering"),
  reading: () => say("work-phase-reading"),
  checking: () => say("work-phase-checking"),
  typesetting: () => say("work-phase-typesetting"),
  writing: () => say("work-phase-writing"),
  timestamping: () => say("work-phase-timestamping"),
};
