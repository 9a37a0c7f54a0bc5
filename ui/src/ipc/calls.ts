import type { Attachment, Commands } from "../generated/contract";
import type { Bridge, Caller } from "./bridge";

export type Input<Name extends keyof Commands> = Commands[Name]["input"];
export type Output<Name extends keyof Commands> = Commands[Name]["output"];

/** The core's commands, with the shapes that its own table gives them. */
export class Calls {
  constructor(
    private readonly bridge: Bridge,
    private readonly caller: () => Caller,
  ) {}

  private ask<Name extends keyof Commands>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    return this.bridge.call(name, input, this.caller()) as Promise<Output<Name>>;
  }

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
  listHistory(limit: number, before: string | null): Promise<Output<"list_history">> {
    return this.ask("list_history", before === null ? { limit } : { limit, before });
  }
  showDay(till: string, day: string): Promise<Output<"show_day">> {
    return this.ask("show_day", { till, day });
  }
  showShop(): Promise<Output<"show_shop">> {
    return this.ask("show_shop", {});
  }
  setUpShop(input: Input<"set_up_shop">): Promise<Output<"set_up_shop">> {
    return this.ask("set_up_shop", input);
  }
  keepPlace(place: unknown): Promise<unknown> {
    return this.ask("keep_place", { place });
  }
  async readPlace(): Promise<unknown> {
    return (await this.ask("read_place", {})).place;
  }
  attach(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Attachment> {
    return this.bridge.attach(name, bytes) as Promise<Attachment>;
  }
}
