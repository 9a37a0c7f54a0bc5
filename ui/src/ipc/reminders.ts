import { Calls, type Input, type Output } from "./calls";

/** What only the page of reminders asks for. */
export class ReminderCalls extends Calls {
  setReminders(input: Input<"set_reminders">): Promise<Output<"set_reminders">> {
    return this.ask("set_reminders", input);
  }
  tryReminder(): Promise<Output<"try_reminder">> {
    return this.ask("try_reminder", {});
  }
  showAlerts(): Promise<Output<"show_alerts">> {
    return this.ask("show_alerts", {});
  }
  setAlerts(afterMin: number): Promise<Output<"set_alerts">> {
    return this.ask("set_alerts", { after_min: afterMin });
  }
  putAlertChannel(input: Input<"put_alert_channel">): Promise<Output<"put_alert_channel">> {
    return this.ask("put_alert_channel", input);
  }
  removeAlertChannel(id: string): Promise<Output<"remove_alert_channel">> {
    return this.ask("remove_alert_channel", { id });
  }
  tryAlert(id: string): Promise<Output<"try_alert">> {
    return this.ask("try_alert", { id });
  }
}
