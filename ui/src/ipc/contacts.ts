import { Calls, type Input, type Output } from "./calls";

/** What only the page of contacts asks for. */
export class ContactCalls extends Calls {
  putProvider(input: Input<"put_provider">): Promise<Output<"put_provider">> {
    return this.ask("put_provider", input);
  }
  putTerminal(input: Input<"put_terminal">): Promise<Output<"put_terminal">> {
    return this.ask("put_terminal", input);
  }
  putStaff(input: Input<"put_staff">): Promise<Output<"put_staff">> {
    return this.ask("put_staff", input);
  }
  putCodeText(input: Input<"put_code_text">): Promise<Output<"put_code_text">> {
    return this.ask("put_code_text", input);
  }
}
