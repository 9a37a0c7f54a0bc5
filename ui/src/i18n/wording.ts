import { FluentBundle, FluentResource } from "@fluent/bundle";

import type { Language } from "./languages";

export type Args = Readonly<Record<string, string | number>>;

/** The words of one language as far as they are loaded. Never changed; more words make a new one. */
export class Wording {
  readonly language: Language;
  private readonly bundle: FluentBundle;
  private readonly texts: readonly string[];

  constructor(language: Language, texts: readonly string[]) {
    this.language = language;
    this.texts = texts;
    // Isolation marks are for mixing writing directions; both languages run left to right.
    this.bundle = new FluentBundle(language, { useIsolating: false });
    for (const text of texts) this.bundle.addResource(new FluentResource(text));
  }

  /** The same language with more words. */
  with(more: readonly string[]): Wording {
    return new Wording(this.language, [...this.texts, ...more]);
  }

  has(key: string): boolean {
    return this.bundle.hasMessage(key);
  }

  /** The message with its arguments in place. A key without a message is shown as itself. */
  format(key: string, args: Args | null): string {
    const value = this.bundle.getMessage(key)?.value;
    if (value === undefined || value === null) return key;
    // With a list for its errors, Fluent never throws; a missing argument shows its own name.
    const errors: Error[] = [];
    return this.bundle.formatPattern(value, args, errors);
  }
}
