import type { Attachment, FileSource } from "../generated/contract";
import { Asking, type Input, type Output } from "./asking";

export type { Input, Output } from "./asking";

/** The core's commands, with the shapes that its own table gives them. */
export class Calls extends Asking {
  showToday(till: string | null): Promise<Output<"show_today">> {
    return this.ask("show_today", till === null ? {} : { till });
  }
  markItem(input: Input<"mark_item">): Promise<Output<"mark_item">> {
    return this.ask("mark_item", input);
  }
  confirmSection(till: string, section: string): Promise<Output<"confirm_section">> {
    return this.ask("confirm_section", { till, section });
  }
  undoMarks(till: string, marks: string[]): Promise<Output<"undo_marks">> {
    return this.ask("undo_marks", { till, marks });
  }
  finishOpening(till: string, note: string | null): Promise<Output<"finish_opening">> {
    return this.ask("finish_opening", note === null ? { till } : { till, note });
  }
  showShop(): Promise<Output<"show_shop">> {
    return this.ask("show_shop", {});
  }
  setUpShop(input: Input<"set_up_shop">): Promise<Output<"set_up_shop">> {
    return this.ask("set_up_shop", input);
  }
  showReminders(days?: number): Promise<Output<"show_reminders">> {
    return this.ask("show_reminders", days === undefined ? {} : { days });
  }
  planDays(input: Input<"plan_days">): Promise<Output<"plan_days">> {
    return this.ask("plan_days", input);
  }
  putOffReminder(minutes?: number): Promise<Output<"put_off_reminder">> {
    return this.ask("put_off_reminder", minutes === undefined ? {} : { minutes });
  }
  keepThisPc(input: Input<"keep_this_pc">): Promise<Output<"keep_this_pc">> {
    return this.ask("keep_this_pc", input);
  }
  showFirstAid(input: Input<"show_first_aid">): Promise<Output<"show_first_aid">> {
    return this.ask("show_first_aid", input);
  }
  findFirstAid(input: Input<"find_first_aid">): Promise<Output<"find_first_aid">> {
    return this.ask("find_first_aid", input);
  }
  explainCode(input: Input<"explain_code">): Promise<Output<"explain_code">> {
    return this.ask("explain_code", input);
  }
  openIncident(input: Input<"open_incident">): Promise<Output<"open_incident">> {
    return this.ask("open_incident", input);
  }
  takeStep(input: Input<"take_step">): Promise<Output<"take_step">> {
    return this.ask("take_step", input);
  }
  noteIncident(input: Input<"note_incident">): Promise<Output<"note_incident">> {
    return this.ask("note_incident", input);
  }
  amendIncident(input: Input<"amend_incident">): Promise<Output<"amend_incident">> {
    return this.ask("amend_incident", input);
  }
  assignIncident(input: Input<"assign_incident">): Promise<Output<"assign_incident">> {
    return this.ask("assign_incident", input);
  }
  resolveIncident(input: Input<"resolve_incident">): Promise<Output<"resolve_incident">> {
    return this.ask("resolve_incident", input);
  }
  reopenIncident(input: Input<"reopen_incident">): Promise<Output<"reopen_incident">> {
    return this.ask("reopen_incident", input);
  }
  showIncident(input: Input<"show_incident">): Promise<Output<"show_incident">> {
    return this.ask("show_incident", input);
  }
  listIncidents(input: Input<"list_incidents">): Promise<Output<"list_incidents">> {
    return this.ask("list_incidents", input);
  }
  amendSale(input: Input<"amend_sale">): Promise<Output<"amend_sale">> {
    return this.ask("amend_sale", input);
  }
  settleSale(input: Input<"settle_sale">): Promise<Output<"settle_sale">> {
    return this.ask("settle_sale", input);
  }
  reopenSale(input: Input<"reopen_sale">): Promise<Output<"reopen_sale">> {
    return this.ask("reopen_sale", input);
  }
  addReceipt(input: Input<"add_receipt">): Promise<Output<"add_receipt">> {
    return this.ask("add_receipt", input);
  }
  amendReceipt(input: Input<"amend_receipt">): Promise<Output<"amend_receipt">> {
    return this.ask("amend_receipt", input);
  }
  showReceipt(input: Input<"show_receipt">): Promise<Output<"show_receipt">> {
    return this.ask("show_receipt", input);
  }
  listReceipts(input: Input<"list_receipts">): Promise<Output<"list_receipts">> {
    return this.ask("list_receipts", input);
  }
  showContacts(input: Input<"show_contacts">): Promise<Output<"show_contacts">> {
    return this.ask("show_contacts", input);
  }
  keepPlace(place: unknown): Promise<unknown> {
    return this.ask("keep_place", { place });
  }
  async readPlace(): Promise<unknown> {
    return (await this.ask("read_place", {})).place;
  }
  attach(name: string, bytes: Uint8Array<ArrayBuffer>, source: FileSource = "file"): Promise<Attachment> {
    return this.bridge.attach(name, bytes, source, this.caller()) as Promise<Attachment>;
  }
  /** Where the screen finds a small copy of a picture, at most so many pixels on its longer side. */
  pictureUrl(attachment: string, longestPx: 320 | 1600): string {
    return this.bridge.pictureUrl(attachment, longestPx);
  }
}
