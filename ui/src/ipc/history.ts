import { Calls, type Input, type Output } from "./calls";

/** What only the pages of history ask for. */
export class HistoryCalls extends Calls {
  listHistory(input: Input<"list_history">): Promise<Output<"list_history">> {
    return this.ask("list_history", input);
  }
  showDay(input: Input<"show_day">): Promise<Output<"show_day">> {
    return this.ask("show_day", input);
  }
  showCalendar(input: Input<"show_calendar">): Promise<Output<"show_calendar">> {
    return this.ask("show_calendar", input);
  }
  showFigures(input: Input<"show_figures">): Promise<Output<"show_figures">> {
    return this.ask("show_figures", input);
  }
  searchRecords(input: Input<"search_records">): Promise<Output<"search_records">> {
    return this.ask("search_records", input);
  }
}
