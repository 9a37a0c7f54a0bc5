import type { WordArgs, WordKey } from "../generated/words";
import { LOADERS, type Language } from "./languages";
import { type Args, Wording } from "./wording";

// Everything on screen that says a word reads this, so a new language repaints it all at once.
let wording = $state.raw(new Wording("zh-CN", []));
let asked = 0;
let complete: Promise<void> = Promise.resolve();

/** The words in use now. Reading it in a component makes that component follow the language. */
export function words(): Wording {
  return wording;
}

/** The language in use now. */
export function language(): Language {
  return wording.language;
}

/**
 * Changes the language. Resolves when the first screen's words are there; until then the old ones stay. The other
 * screens' words follow by themselves. When two changes overlap, the later one wins.
 */
export async function setLanguage(next: Language): Promise<void> {
  const turn = ++asked;
  const { texts } = await LOADERS[next].first();
  if (turn !== asked) return;
  const first = new Wording(next, texts);
  wording = first;
  if (typeof document !== "undefined") document.documentElement.lang = next;
  complete = LOADERS[next].rest().then((rest) => {
    if (turn === asked) wording = first.with(rest.texts);
  });
  // A failed load is told to whoever waits in `allWords`; here it must not become an unhandled rejection.
  complete.catch(() => undefined);
}

/** Resolves when the words of every screen are there. */
export function allWords(): Promise<void> {
  return complete;
}

/** Says a message of the words; key and arguments are checked by the compiler. */
export function say<Key extends WordKey>(key: Key, ...args: WordArgs[Key] extends null ? [] : [WordArgs[Key]]): string {
  const given: Args | undefined = args[0] ?? undefined;
  return wording.format(key, given ?? null);
}
