/** The languages that all words exist in, by their BCP 47 tags. */
export const LANGUAGES = ["zh-CN", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Chinese languages share the written one. */
const CHINESE = new Set(["zh", "cmn", "yue", "wuu", "nan", "hak"]);

/**
 * The language for the tags that a system prefers, best first. A foreign system gets English; one that says nothing
 * gets Chinese, the language of the shops this is made for.
 */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? "";
    if (CHINESE.has(primary)) return "zh-CN";
    if (primary === "en") return "en";
  }
  return preferred.length === 0 ? "zh-CN" : "en";
}

/** The words of a language for the first screen, and those of the other screens. Each is fetched once. */
export const LOADERS: Record<Language, { first: () => Promise<Texts>; rest: () => Promise<Texts> }> = {
  "zh-CN": { first: () => import("./texts/zh-CN.first"), rest: () => import("./texts/zh-CN.rest") },
  en: { first: () => import("./texts/en.first"), rest: () => import("./texts/en.rest") },
};

type Texts = { texts: readonly string[] };
