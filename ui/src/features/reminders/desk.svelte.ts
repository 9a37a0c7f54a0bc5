import type { Alerts, Channel, PlanDays, Reminders, SetReminders, ThisPc } from "../../generated/contract";
import { asRefusal, type Refusal } from "../../ipc/refusal";
import type { ReminderCalls } from "../../ipc/reminders";
import { planBack } from "./plan";

/** What was done last, in words that follow the language, and the way back. */
export type Undo = { said: () => string; back: () => Promise<unknown> };

/** The page of reminders: what the core says, every change of it, and the way back from the last one. */
export class RemindersDesk {
  page = $state.raw<Reminders | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  alerts = $state.raw<Alerts | null>(null);
  alertsRefusal = $state.raw<Refusal | null>(null);
  undo = $state.raw<Undo | null>(null);
  /** Changes go out one after the other: a hand on a stepper is quicker than an answer. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly calls: ReminderCalls,
    private readonly tell: (text: string) => void,
  ) {}

  /** Reads everything shown. Before a change has been answered nothing is read that it would make old. */
  async read(): Promise<void> {
    await this.#after(async () => {
      const [page, alerts] = await Promise.allSettled([this.calls.showReminders(), this.calls.showAlerts()]);
      if (page.status === "fulfilled") this.page = page.value;
      this.refusal = page.status === "rejected" ? asRefusal(page.reason) : null;
      if (alerts.status === "fulfilled") this.alerts = alerts.value;
      this.alertsRefusal = alerts.status === "rejected" ? asRefusal(alerts.reason) : null;
    });
  }

  async rules(wish: SetReminders, said: () => string): Promise<Refusal | null> {
    return this.#change(async () => {
      const before = this.page?.rules;
      this.page = await this.calls.setReminders(wish);
      this.#did(said, async () => {
        if (before) this.page = await this.calls.setReminders(before);
      });
    });
  }

  async plan(wish: PlanDays & { from: string; to: string }, said: () => string): Promise<Refusal | null> {
    return this.#change(async () => {
      const back = planBack(this.page?.planned ?? [], wish.from, wish.to);
      this.page = await this.calls.planDays(wish);
      this.#did(said, async () => {
        for (const each of back) this.page = await this.calls.planDays(each);
      });
    });
  }

  async thisPc(wish: Partial<ThisPc>): Promise<Refusal | null> {
    return this.#change(async () => {
      const { agent, ...rest } = wish;
      await this.calls.keepThisPc({ ...rest, ...(typeof agent === "boolean" ? { agent } : {}) });
      this.page = await this.calls.showReminders();
    });
  }

  async alertAfter(minutes: number, said: () => string): Promise<Refusal | null> {
    return this.#change(async () => {
      const before = this.alerts?.after_min;
      this.alerts = await this.calls.setAlerts(minutes);
      this.#did(said, async () => {
        if (before !== undefined) this.alerts = await this.calls.setAlerts(before);
      });
    });
  }

  /** Keys cannot be shown again, so no way leads back from these two. */
  async putChannel(channel: Channel, id: string | null): Promise<Refusal | null> {
    return this.#change(async () => {
      this.alerts = await this.calls.putAlertChannel(id === null ? { channel } : { id, channel });
    });
  }

  async removeChannel(id: string): Promise<Refusal | null> {
    return this.#change(async () => {
      this.alerts = await this.calls.removeAlertChannel(id);
    });
  }

  /** Takes the last change back. */
  async takeBack(said: string): Promise<void> {
    const { undo } = this;
    if (undo === null) return;
    this.undo = null;
    this.refusal = await this.#change(async () => {
      await undo.back();
      this.tell(said);
    });
  }

  #did(said: () => string, back: () => Promise<unknown>): void {
    this.undo = { said, back };
    this.tell(said());
  }

  async #change(run: () => Promise<void>): Promise<Refusal | null> {
    let refusal: Refusal | null = null;
    await this.#after(async () => {
      try {
        await run();
      } catch (cause) {
        refusal = asRefusal(cause);
      }
    });
    return refusal;
  }

  #after(run: () => Promise<void>): Promise<void> {
    const mine = this.#line.then(run);
    this.#line = mine.catch(() => undefined);
    return mine;
  }
}
