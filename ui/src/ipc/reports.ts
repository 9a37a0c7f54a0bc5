import { Asking, type Input, type Output } from "./asking";

/** What only whoever saves a report asks for. */
export class ReportCalls extends Asking {
  makeReport(input: Input<"make_report">): Promise<Output<"make_report">> {
    return this.ask("make_report", input);
  }
}
