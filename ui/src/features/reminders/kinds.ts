import { say } from "../../i18n";
import type { Kind } from "./channel";

/** What people call each way to tell the owner. */
export const KIND_TITLES: Record<Kind, () => string> = {
  wecom: () => say("alerts-kind-wecom"),
  dingtalk: () => say("alerts-kind-dingtalk"),
  feishu: () => say("alerts-kind-feishu"),
  server_chan: () => say("alerts-kind-server-chan"),
  json: () => say("alerts-kind-json"),
  email: () => say("alerts-kind-email"),
};

/** Where its address is to be found. */
export const KIND_WHERE: Record<Kind, () => string> = {
  wecom: () => say("alerts-where-wecom"),
  dingtalk: () => say("alerts-where-dingtalk"),
  feishu: () => say("alerts-where-feishu"),
  server_chan: () => say("alerts-where-server-chan"),
  json: () => say("alerts-where-json"),
  email: () => say("alerts-where-email"),
};

/** The name of a kind as the core says it; one that this screen does not know yet is shown as it is. */
export function kindTitle(kind: string): string {
  const title = (KIND_TITLES as Record<string, (() => string) | undefined>)[kind];
  return title ? title() : kind;
}
