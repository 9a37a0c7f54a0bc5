import type { Origin, Provider, ProviderKind, Terminal } from "../../generated/contract";
import { say } from "../../i18n";

export const KIND_TITLES: Record<ProviderKind, () => string> = {
  acquirer: () => say("contact-kind-acquirer"),
  wallet: () => say("contact-kind-wallet"),
  service: () => say("contact-kind-service"),
  network: () => say("contact-kind-network"),
};

/** The safest first; what somebody said comes last. */
export const ORIGIN_TITLES: Record<Origin, () => string> = {
  contract: () => say("contact-from-contract"),
  card_back: () => say("contact-from-card-back"),
  terminal: () => say("contact-from-terminal"),
  slip: () => say("contact-from-slip"),
  official: () => say("contact-from-official"),
  told: () => say("contact-from-told"),
};

export const GOT_TITLES: Record<Terminal["got_from"], () => string> = {
  official: () => say("contact-got-official"),
  agent: () => say("contact-got-agent"),
  unknown: () => say("contact-got-unknown"),
};

export const keysOf = <Key extends string>(titles: Record<Key, unknown>): Key[] => Object.keys(titles) as Key[];

/** The name of a provider by its id; an id that is none is shown as itself. */
export function providerName(providers: readonly Provider[], id: string): string {
  return providers.find((each) => each.id === id)?.name ?? id;
}
