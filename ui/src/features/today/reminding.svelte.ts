import { tick } from "svelte";

import type { App } from "../../app.svelte";
import { say, time } from "../../i18n";
import { asRefusal } from "../../ipc/refusal";
import { alarmOf } from "./bar";
import { focusRow } from "./focus";
import type { Trouble } from "./opening.svelte";
import { isLooked } from "./order";
import { reminderText } from "./said";

/** What a reminder asks for and what can be answered to it, on whichever page it is seen. */
export class Reminding {
  /** Said at once by a screen reader, whatever it is reading. */
  cried = $state("");
  trouble = $state.raw<Trouble | null>(null);
  #alarm: string | null | undefined;

  constructor(private readonly app: App) {}

  /** Says a reminder that has just begun to stand, and sounds it when somebody was there before it did. */
  heed(): void {
    const { today } = this.app.opening;
    if (!today) return;
    const alarm = alarmOf(today);
    const before = this.#alarm;
    this.#alarm = alarm;
    // What was cried is over; nobody should come across it later.
    if (alarm === null) this.cried = "";
    if (alarm === null || alarm === before) return;
    if (today.reminder?.kind === "due") this.app.tell(reminderText(today));
    else this.cried = reminderText(today);
    if (before !== undefined) void this.#sound();
  }

  /** Starts where the core says to go on; from another page, by way of today's. */
  async start(): Promise<void> {
    const { opening, place } = this.app;
    const item = opening.item(opening.today?.next ?? "");
    const asks = item !== null && !isLooked(item);
    if (item) place.data.focus = item.item;
    place.data.open = asks ? item.item : null;
    this.app.go("today");
    await tick();
    if (item) focusRow(item.item, asks);
  }

  putOff(): Promise<void> {
    return this.#ask(async () => {
      const { until } = await this.app.calls.putOffReminder();
      const zone = this.app.opening.today?.shop.zone ?? "UTC";
      this.app.tell(say("today-reminder-put-off-until", { time: time(until, zone) }));
    });
  }

  closeToday(): Promise<void> {
    return this.#ask(async () => {
      await this.app.calls.planDays({ plan: "closed" });
      this.app.tell(say("today-no-opening"));
    });
  }

  /** Takes "closed today" back; the core knows the hours. */
  openAfterAll(): Promise<void> {
    return this.#ask(async () => {
      await this.app.calls.planDays({ plan: "open" });
    });
  }

  async #ask(call: () => Promise<void>): Promise<void> {
    try {
      await call();
      this.trouble = null;
    } catch (cause) {
      this.trouble = { refusal: asRefusal(cause), retry: () => this.#ask(call) };
    }
    await this.app.opening.read();
  }

  /** The chime comes on its own: most mornings nobody needs it. Whatever fails here, the words are on the screen. */
  async #sound(): Promise<void> {
    try {
      const { this_pc: pc } = await this.app.calls.showReminders(1);
      if (pc.sound) (await import("./chime")).chime();
    } catch {
      return;
    }
  }
}
