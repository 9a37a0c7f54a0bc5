import type { Commands } from "../generated/contract";
import type { Bridge, Caller } from "./bridge";

export type Input<Name extends keyof Commands> = Commands[Name]["input"];
export type Output<Name extends keyof Commands> = Commands[Name]["output"];

/** One door to the core's commands, with the shapes that its own table gives them. */
export class Asking {
  constructor(
    protected readonly bridge: Bridge,
    protected readonly caller: () => Caller,
  ) {}

  /** The commands of another part of the table; parts that the first screen needs not are loaded with their screen. */
  as<Part>(part: new (bridge: Bridge, caller: () => Caller) => Part): Part {
    return new part(this.bridge, this.caller);
  }

  protected ask<Name extends keyof Commands>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    return this.bridge.call(name, input, this.caller()) as Promise<Output<Name>>;
  }
}
