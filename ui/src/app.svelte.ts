import { createContext, tick } from "svelte";

import { Calls } from "./ipc/calls";
import type { Bridge } from "./ipc/bridge";
import { asRefusal, type Refusal } from "./ipc/refusal";
import { PlaceKeeper } from "./features/place/keeper.svelte";
import { languageBefore, putOn } from "./features/place/look";
import type { Screen } from "./features/place/place";
import { nextLookMs } from "./features/today/bar";
import { Opening } from "./features/today/opening.svelte";
import { Reminding } from "./features/today/reminding.svelte";
import { LANGUAGES, pickLanguage, setLanguage, type Language } from "./i18n";
import { LOADERS } from "./i18n/languages";

const REREAD_MS = 30_000;

/** The language that this start was asked for (`--lang`), whatever was chosen before. */
function askedFor(): Language | undefined {
  const asked = new URLSearchParams(location.search).get("lang");
  return LANGUAGES.find((each) => each === asked);
}

/** Whether this start was asked to show today's checklist (`--today`), wherever the window was left. */
const askedForToday = (): boolean => new URLSearchParams(location.search).has("today");

/** What all screens share: the calls, the place, today's opening, and the voice for a screen reader. */
export class App {
  readonly calls: Calls;
  readonly place: PlaceKeeper;
  readonly opening: Opening;
  readonly reminding: Reminding;
  /** Counts the changes told by the bridge, for screens that read something else than today. */
  changes = $state(0);
  ready = $state(false);
  failed = $state.raw<Refusal | null>(null);
  spoken = $state("");

  constructor(private readonly bridge: Bridge) {
    this.calls = new Calls(bridge, () => (this.place.data.staff === "" ? {} : { staff: this.place.data.staff }));
    this.place = new PlaceKeeper(this.calls);
    this.opening = new Opening(this.calls, this.place);
    this.reminding = new Reminding(this);
  }

  /** Reads place and opening, then lets the screen be drawn as it was left. */
  async start(): Promise<void> {
    this.failed = null;
    try {
      // Nothing waits for what it does not need: words and opening are fetched while the place is still being read.
      const guessed = askedFor() ?? languageBefore() ?? pickLanguage(navigator.languages);
      const today = this.calls.showToday(null);
      const words = setLanguage(guessed);
      // Whoever needs them hears of a failure; here it must not become an unhandled rejection.
      today.catch(() => undefined);
      words.catch(() => undefined);
      await this.place.restore();
      if (askedForToday()) this.go("today");
      putOn(this.place.data);
      const language = askedFor() ?? this.place.data.language ?? guessed;
      await (language === guessed ? words : setLanguage(language));
      await this.opening.read(today);
      this.ready = true;
      await tick();
      this.bridge.ready();
      // The other language is fetched ahead, so that switching changes every word in the same moment.
      // Should that fail, the words are asked for again when they are needed.
      for (const language of LANGUAGES) {
        Promise.all([LOADERS[language].first(), LOADERS[language].rest()]).catch(() => undefined);
      }
      // First aid too: whoever presses F2 has a customer waiting.
      import("./features/firstaid/FirstAid.svelte").catch(() => undefined);
    } catch (cause) {
      await setLanguage(askedFor() ?? pickLanguage(navigator.languages));
      this.failed = asRefusal(cause);
      await tick();
      this.bridge.ready();
    }
  }

  /** Follows the world: changes by others, the clock, and the window coming back from sleep. Returns the way to stop. */
  follow(): () => void {
    const again = (): void => {
      if (this.ready) void this.opening.read();
    };
    const stop = this.bridge.onChanged(() => {
      this.changes += 1;
      again();
    });
    const stopShowing = this.bridge.onShowToday(() => this.go("today"));
    const timer = setInterval(again, REREAD_MS);
    // What the clock alone changes is read in the moment it changes: each answer says when that will be.
    const unplan = $effect.root(() => {
      $effect(() => {
        const { today } = this.opening;
        if (!today) return undefined;
        const next = setTimeout(again, nextLookMs(today));
        return () => clearTimeout(next);
      });
    });
    const seen = (): void => {
      if (document.visibilityState === "visible") again();
      else void this.place.flush();
    };
    const leave = (): void => void this.place.flush();
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("pagehide", leave);
    return () => {
      stop();
      stopShowing();
      unplan();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("pagehide", leave);
    };
  }

  go(screen: Screen): void {
    this.place.data.screen = screen;
    this.place.data.day = null;
  }

  /** First aid, about an incident that goes on, or anew. Escape there leads back to where it was asked for. */
  firstAid(incident: string | null = null): void {
    const { data } = this.place;
    if (data.screen !== "firstaid") data.before = data.screen;
    if (incident !== null) data.aid = incident;
    data.screen = "firstaid";
  }

  async speak(language: Language): Promise<void> {
    this.place.data.language = language;
    putOn(this.place.data);
    await setLanguage(language);
  }

  /** Says something to a screen reader, without a word on the screen. */
  tell(text: string): void {
    // The same text twice in a row would not be read again; a blank at its end makes it another one.
    this.spoken = this.spoken === text ? `${text}\u00a0` : text;
  }
}

export const [getApp, setApp] = createContext<App>();
