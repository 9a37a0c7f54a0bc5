import type { MadePack, PackLine, PackPreview, PackSend, UploadForms } from "../../../generated/contract";
import type { Calls } from "../../../ipc/calls";
import { PackCalls } from "../../../ipc/packs";
import { asRefusal, type Refusal } from "../../../ipc/refusal";
import { LongWork } from "../../work/work.svelte";
import { DisputeChoices, IncidentChoices } from "./choices.svelte";
import type { Wish } from "./wish";

/** From choosing what it is about to the file that lies there: nothing leaves before it was looked at. */
export class Packing {
  readonly long: LongWork;
  wish = $state<Wish>({ about: "incident", which: "", from: "", to: "" });
  /** The upload form that files are made for; empty for the whole pack. */
  profile = $state("");
  /** The forms that there are; null until they were read. */
  forms = $state.raw<UploadForms | null>(null);
  /** What would leave; null until somebody looked, and again when the wish changes. */
  preview = $state.raw<PackPreview | null>(null);
  refusal = $state.raw<Refusal | null>(null);
  readonly incidents: IncidentChoices;
  readonly disputes: DisputeChoices;
  /** Packs that were made; null until they were read. */
  lines = $state.raw<PackLine[] | null>(null);
  #choices: Record<string, PackSend> = {};
  #turn = 0;
  readonly #packs: PackCalls;

  constructor(calls: Calls) {
    this.#packs = calls.as(PackCalls);
    this.incidents = new IncidentChoices(calls);
    this.disputes = new DisputeChoices(calls);
    this.long = new LongWork(this.#packs);
  }

  /** The pack that was just made; null while there is none. */
  get made(): MadePack | null {
    return this.long.work?.result?.kind === "make_pack" ? this.long.work.result : null;
  }

  /** Why there is none. */
  get why(): Refusal | null {
    const { work } = this.long;
    const refused = work?.kind === "make_pack" && work.refusal ? asRefusal(work.refusal) : null;
    return this.refusal ?? this.incidents.refusal ?? this.disputes.refusal ?? this.long.refusal ?? refused;
  }

  get ready(): boolean {
    const { about, which, from, to } = this.wish;
    return about === "range" ? from !== "" && to !== "" : which !== "";
  }

  async read(): Promise<void> {
    try {
      this.forms ??= await this.#packs.listUploadForms();
      this.lines = await this.#packs.listPacks();
      await Promise.all([this.incidents.read(), this.disputes.read()]);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  /** The wish is another: what was looked at does not hold any more. */
  changed(): void {
    this.#turn++;
    this.preview = null;
    this.refusal = null;
    this.#choices = {};
  }

  /** Somebody came from a record and wants to hand just that over. */
  async asked(wish: Wish): Promise<void> {
    // The list of choices first, so that what was asked for stands chosen in it, however old it is.
    if (wish.about === "incident") this.incidents.wanted = wish.which;
    if (wish.about === "dispute") this.disputes.wanted = wish.which;
    await this.read();
    this.wish = wish;
    this.changed();
    await this.look();
  }

  async look(): Promise<void> {
    this.refusal = null;
    // For an upload every file is read, which may take a moment; an answer that was overtaken is dropped.
    const turn = ++this.#turn;
    try {
      const preview = await this.#packs.previewPack(this.#input());
      if (turn === this.#turn) this.preview = preview;
    } catch (cause) {
      if (turn !== this.#turn) return;
      this.preview = null;
      this.refusal = asRefusal(cause);
    }
  }

  /** Another form, or the whole pack: what somebody chose of each file stays. */
  async as(profile: string): Promise<void> {
    this.profile = profile;
    if (this.preview) await this.look();
  }

  choose(file: string, send: PackSend): Promise<void> {
    this.#choices[file] = send;
    return this.look();
  }

  async make(): Promise<void> {
    this.refusal = null;
    await this.long.begin(() => this.#packs.startPack(this.#input()));
    if (this.long.refusal === null) this.preview = null;
  }

  async show(path: string): Promise<void> {
    try {
      await this.#packs.showInFolder(path);
    } catch (cause) {
      this.refusal = asRefusal(cause);
    }
  }

  #input() {
    const { about, which, from, to } = this.wish;
    const choices = Object.entries(this.#choices).map(([file, send]) => ({ file, send }));
    const what = about === "range" ? { about, from, to, choices } : { about, which, choices };
    return this.profile === "" ? what : { ...what, profile: this.profile };
  }
}
