import { refusalText, say } from "../../i18n";
import { NO_ANSWER, type Refusal } from "../../ipc/refusal";

/** What stands in the way of saving, and the field it is about; null when it is about none alone. */
export type Wrong = { field: string | null; text: () => string };

/** Fields of refusals that name none, because the core knows only one thing that they can be about. */
const ONLY: Readonly<Record<string, string>> = {
  code_unreadable: "code",
  lanes_needed: "lanes",
  till_unknown: "till",
  provider_unknown: "provider_id",
};

export function wrongFrom(refusal: Refusal): Wrong {
  const { field } = refusal.params;
  return {
    field: typeof field === "string" ? field : (ONLY[refusal.code] ?? null),
    text: () => (refusal.code === NO_ANSWER ? say("app-not-saved") : refusalText(refusal)),
  };
}

export const dayUnread = (field: string, value: string): Wrong => ({
  field,
  text: () => refusalText({ code: "day_unreadable", params: { value } }),
});
