// The words of the window: `say("key", args)`, the language, and how money, days and hours are written.
export { LANGUAGES, pickLanguage, type Language } from "./languages";
export { allWords, language, say, setLanguage } from "./live.svelte";
export * from "./formats";
export * from "./spoken";
export type { WordArgs, WordKey } from "../generated/words";
