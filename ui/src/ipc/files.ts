import { Calls, type Input, type Output } from "./calls";

/** What is asked about files beyond bringing one in. */
export class FileCalls extends Calls {
  showAttachment(input: Input<"show_attachment">): Promise<Output<"show_attachment">> {
    return this.ask("show_attachment", input);
  }
  redactAttachment(input: Input<"redact_attachment">): Promise<Output<"redact_attachment">> {
    return this.ask("redact_attachment", input);
  }
  startPhone(input: Input<"start_phone">): Promise<Output<"start_phone">> {
    return this.ask("start_phone", input);
  }
  showPhone(input: Input<"show_phone">): Promise<Output<"show_phone">> {
    return this.ask("show_phone", input);
  }
  stopPhone(input: Input<"stop_phone">): Promise<Output<"stop_phone">> {
    return this.ask("stop_phone", input);
  }
}
