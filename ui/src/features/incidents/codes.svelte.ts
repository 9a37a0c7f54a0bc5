import type { CodeExplained } from "../../generated/contract";
import { language } from "../../i18n";
import type { Calls } from "../../ipc/calls";

/** What the response codes of a list mean; each is asked for once. */
export class Codes {
  #known: Record<string, CodeExplained | null> = $state.raw({});

  constructor(private readonly calls: Pick<Calls, "explainCode">) {}

  /** Empty while it is not known, and where nobody knows. */
  meaning(code: string | undefined): string {
    const known = this.#known[code ?? ""];
    return (language() === "en" ? known?.en : known?.zh)?.meaning ?? "";
  }

  async learn(codes: readonly (string | undefined)[]): Promise<void> {
    const unknown = codes.filter(
      (code, at): code is string => !!code && !(code in this.#known) && codes.indexOf(code) === at,
    );
    if (unknown.length === 0) return;
    // A code that nobody knows is no trouble: it stands there as its bare self.
    const told = await Promise.allSettled(unknown.map((code) => this.calls.explainCode({ code })));
    const found = unknown.map((code, at) => {
      const answer = told[at];
      return [code, answer?.status === "fulfilled" ? answer.value : null] as const;
    });
    this.#known = { ...this.#known, ...Object.fromEntries(found) };
  }
}
