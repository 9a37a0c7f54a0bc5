import type { Found, Told } from "../../generated/contract";
import type { Language } from "../../i18n";
import type { Calls } from "../../ipc/calls";
import { asRefusal, type Refusal } from "../../ipc/refusal";

/** Ways into the guide for what was typed, as the core finds them while somebody types. */
export class Search {
  found = $state.raw<readonly Found[]>([]);
  /** The line that Enter takes, from 0. */
  chosen = $state(0);
  /** What the code of the chosen line means; null while that line is no code. */
  told = $state.raw<Told | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  /** Resolves when the lines are those of the words last asked for. */
  settled: Promise<void> = Promise.resolve();
  #asked = 0;
  #explained = 0;

  constructor(private readonly calls: Pick<Calls, "findFirstAid" | "explainCode">) {}

  ask(words: string, language: Language): Promise<void> {
    this.settled = this.#ask(words.trim(), language);
    return this.settled;
  }

  async #ask(words: string, language: Language): Promise<void> {
    const turn = ++this.#asked;
    try {
      const found = words === "" ? [] : await this.calls.findFirstAid({ words, lang: language });
      if (turn !== this.#asked) return;
      this.found = found;
      this.refusal = null;
    } catch (cause) {
      if (turn !== this.#asked) return;
      this.found = [];
      this.refusal = asRefusal(cause);
    }
    await this.choose(0, language);
  }

  /** Moves to another line; past either end it stays. `extra` lines follow those that were found. */
  async choose(index: number, language: Language, extra = 0): Promise<void> {
    this.chosen = Math.max(0, Math.min(index, this.found.length + extra - 1));
    const turn = ++this.#explained;
    const line = this.found[this.chosen];
    if (line?.kind !== "code") {
      this.told = null;
      return;
    }
    const explained = await this.calls.explainCode({ code: line.id }).catch(() => null);
    if (turn === this.#explained) this.told = explained && (language === "zh-CN" ? explained.zh : explained.en);
  }
}
