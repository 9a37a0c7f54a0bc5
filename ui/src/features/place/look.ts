import { LANGUAGES, type Language } from "../../i18n";
import type { PlaceData } from "./place";

/** Puts theme and text size on the page, and leaves a copy for the moment before the next start (public/early.js). */
export function putOn({ theme, textSize, language }: Pick<PlaceData, "theme" | "textSize" | "language">): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
  root.style.fontSize = textSize === 100 ? "" : `${textSize}%`;
  try {
    localStorage.setItem("kaizhang-look", JSON.stringify({ theme, textSize, language }));
  } catch {
    // Without storage the copy is missing, and only the first moment of the next start looks as the system does.
  }
}

/** The language of the last start, by the copy: a guess that saves a moment, which the core may correct. */
export function languageBefore(): Language | undefined {
  try {
    const look = JSON.parse(localStorage.getItem("kaizhang-look") ?? "{}") as { language?: unknown };
    return LANGUAGES.find((each) => each === look.language);
  } catch {
    return undefined;
  }
}
