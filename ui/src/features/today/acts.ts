type Done = { till: string; day: string; marks: string[] };

/** What was marked in this sitting, so that it can be taken back step by step. */
export class Acts {
  #done: Done[] = [];

  add(done: Done): void {
    if (done.marks.length > 0) this.#done.push(done);
  }

  /** The last act on this till and day; what belongs to another cannot be seen and is not taken back. */
  last(till: string, day: string): string[] | null {
    const at = this.#done.findLastIndex((done) => done.till === till && done.day === day);
    return at < 0 ? null : (this.#done.splice(at, 1)[0]?.marks ?? null);
  }
}
