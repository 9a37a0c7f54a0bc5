import { Asking, type Input, type Output } from "./asking";

/** The commands of cases; loaded with the page that shows them. */
export class CaseCalls extends Asking {
  openDispute(input: Input<"open_dispute">): Promise<Output<"open_dispute">> {
    return this.ask("open_dispute", input);
  }
  amendDispute(input: Input<"amend_dispute">): Promise<Output<"amend_dispute">> {
    return this.ask("amend_dispute", input);
  }
  linkDispute(input: Input<"link_dispute">): Promise<Output<"link_dispute">> {
    return this.ask("link_dispute", input);
  }
  unlinkDispute(input: Input<"unlink_dispute">): Promise<Output<"unlink_dispute">> {
    return this.ask("unlink_dispute", input);
  }
  submitDispute(input: Input<"submit_dispute">): Promise<Output<"submit_dispute">> {
    return this.ask("submit_dispute", input);
  }
  closeDispute(input: Input<"close_dispute">): Promise<Output<"close_dispute">> {
    return this.ask("close_dispute", input);
  }
  reopenDispute(input: Input<"reopen_dispute">): Promise<Output<"reopen_dispute">> {
    return this.ask("reopen_dispute", input);
  }
  showDispute(input: Input<"show_dispute">): Promise<Output<"show_dispute">> {
    return this.ask("show_dispute", input);
  }
  /** What may belong to a case is looked for among everything that was written. */
  searchRecords(input: Input<"search_records">): Promise<Output<"search_records">> {
    return this.ask("search_records", input);
  }
  /** Which tills a day had. */
  showCalendar(input: Input<"show_calendar">): Promise<Output<"show_calendar">> {
    return this.ask("show_calendar", input);
  }
  listDisputes(input: Input<"list_disputes">): Promise<Output<"list_disputes">> {
    return this.ask("list_disputes", input);
  }
}
