import type { Till } from "../generated/contract";
import { say } from "../i18n";

/** What people call a till; one without a name is called by the number in its id. */
export function tillName(till: Till): string {
  if (till.name !== "") return till.name;
  const number = /(\d+)$/.exec(till.id)?.[1];
  return number === undefined ? till.id : say("till-numbered", { number: Number(number) });
}
