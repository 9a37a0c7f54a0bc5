import type { Attachment } from "../../generated/contract";

/** What was typed and not saved, by record and form; a part of the place, so that it survives a kill. */
export type Drafts = Record<string, Record<string, unknown>>;

type Form = { texts?: Record<string, string>; files?: Attachment[] };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Which form of a record was left open; null when none was. */
export function openForm(drafts: Drafts, record: string): string | null {
  const name = drafts[record]?.["open"];
  return typeof name === "string" ? name : null;
}

/** Opens a form of a record, or closes the one that is open. What was typed stays. */
export function setOpenForm(drafts: Drafts, record: string, form: string | null): void {
  const { open: _, ...rest } = drafts[record] ?? {};
  if (form !== null) drafts[record] = { ...rest, open: form };
  else if (Object.keys(rest).length > 0) drafts[record] = rest;
  else delete drafts[record];
}

/** The text and files of one form: what the record holds, under what was typed over it. */
export class Typed {
  constructor(
    private readonly drafts: () => Drafts,
    private readonly record: string,
    private readonly form: string,
    /** What the fields hold before anybody types. */
    private readonly given: () => Readonly<Record<string, string>> = () => ({}),
  ) {}

  get #kept(): Form {
    const kept = this.drafts()[this.record]?.[this.form];
    return isRecord(kept) ? (kept as Form) : {};
  }

  text(field: string): string {
    const kept = this.#kept.texts?.[field];
    return typeof kept === "string" ? kept : (this.given()[field] ?? "");
  }

  set(field: string, text: string): void {
    const { [field]: _, ...others } = this.#kept.texts ?? {};
    this.#keep({ ...this.#kept, texts: text === (this.given()[field] ?? "") ? others : { ...others, [field]: text } });
  }

  /** Every field, as it reads now. */
  get all(): Record<string, string> {
    return { ...this.given(), ...this.#kept.texts };
  }

  /** The fields that read otherwise than the record. */
  get changed(): Record<string, string> {
    return { ...this.#kept.texts };
  }

  get files(): Attachment[] {
    return Array.isArray(this.#kept.files) ? this.#kept.files : [];
  }

  get fileIds(): string[] {
    return this.files.map(({ id }) => id);
  }

  addFile(file: Attachment): void {
    if (this.files.some(({ id }) => id === file.id)) return;
    this.#keep({ ...this.#kept, files: [...this.files, file] });
  }

  removeFile(file: Attachment): void {
    this.#keep({ ...this.#kept, files: this.files.filter(({ id }) => id !== file.id) });
  }

  /** Somebody typed something that is not saved. */
  get dirty(): boolean {
    return Object.keys(this.#kept.texts ?? {}).length > 0 || this.files.length > 0;
  }

  drop(): void {
    const { [this.form]: _, ...rest } = this.drafts()[this.record] ?? {};
    if (Object.keys(rest).length > 0) this.drafts()[this.record] = rest;
    else delete this.drafts()[this.record];
  }

  #keep({ texts = {}, files = [] }: Form): void {
    if (Object.keys(texts).length === 0 && files.length === 0) this.drop();
    else this.drafts()[this.record] = { ...this.drafts()[this.record], [this.form]: { texts, files } };
  }
}
