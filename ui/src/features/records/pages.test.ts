import { expect, it, vi } from "vitest";

import { type Page, Pages, type Part } from "./pages.svelte";

const SIZE = 3;

/** Numbers down to 1 as a list, whose questions are answered when the test says so, as things stood when asked. */
class Numbers extends Pages<number, number, { even: boolean }> {
  newest = 9;
  questions: { answer: () => void; refuse: () => void }[] = [];

  constructor() {
    super({ even: false }, SIZE);
  }

  protected override ask({ limit, before = this.newest + 1 }: Part<number>): Promise<Page<number>> {
    const all = Array.from({ length: before - 1 }, (_, n) => before - 1 - n);
    const found = all.filter((one) => !this.filter.even || one % 2 === 0);
    const page = { rows: found.slice(0, limit), more: found.length > limit };
    return new Promise((told, refused) =>
      this.questions.push({
        answer: () => told(page),
        refuse: () => refused(new Error("no")),
      }),
    );
  }

  protected override cursor(row: number): number {
    return row;
  }
}

/** `answer 1` answers the second oldest of the questions that are still open. */
type Step = "read" | "older" | "written" | "even" | `${"answer" | "refuse"} ${number}`;

const OPEN: Step[] = ["read", "answer 0"];
const TWO_PAGES: Step[] = [...OPEN, "older", "answer 0"];

/** Lets everything run that waits for nothing but what was answered. */
const rest = (): Promise<void> => new Promise((done) => void setTimeout(done));

async function run(steps: Step[]): Promise<Numbers> {
  const list = new Numbers();
  for (const step of steps) {
    const [what, which] = step.split(" ");
    if (what === "read") void list.read();
    else if (what === "older") void list.older();
    else if (what === "written") list.newest += 1;
    else if (what === "even") {
      list.filter.even = true;
      void list.look();
    } else {
      const [question] = list.questions.splice(Number(which), 1);
      if (!question) throw new Error(`nothing was asked at ${step}`);
      if (what === "answer") question.answer();
      else question.refuse();
    }
    await rest();
  }
  return list;
}

it.each<[name: string, steps: Step[], shown: string]>([
  ["nothing is there before the first answer", ["read"], "? asks"],
  ["the first page", OPEN, "9 8 7 …"],
  ["reading on", TWO_PAGES, "9 8 7 6 5 4 …"],
  ["reading on before anything is there asks nothing", ["older"], "?"],
  ["the end", [...TWO_PAGES, "older", "answer 0"], "9 8 7 6 5 4 3 2 1"],
  ["reading on from the end asks nothing", [...TWO_PAGES, "older", "answer 0", "older"], "9 8 7 6 5 4 3 2 1"],
  ["as much as was there is read anew", [...TWO_PAGES, "written", "read", "answer 0"], "10 9 8 7 6 5 …"],
  ["an answer that arrives late is dropped", ["read", "written", "read", "answer 1", "answer 0"], "10 9 8 …"],
  ["an answer that was overtaken is dropped", ["read", "written", "read", "answer 0"], "? asks"],
  ["a refusal that was overtaken is dropped", ["read", "read", "refuse 0", "answer 0"], "9 8 7 …"],
  ["a refusal that arrives late is dropped", ["read", "read", "answer 1", "refuse 0"], "9 8 7 …"],
  ["asked twice, it reads on once", [...OPEN, "older", "older", "answer 0"], "9 8 7 6 5 4 …"],
  ["reading on waits for what is read anew", [...OPEN, "written", "read", "older", "answer 0"], "10 9 8 … asks"],
  [
    "read anew while it reads on, and answered first",
    [...OPEN, "older", "written", "read", "answer 1", "answer 0", "answer 0"],
    "10 9 8 7 6 5 …",
  ],
  [
    "read anew while it reads on, and answered last",
    [...OPEN, "older", "written", "read", "answer 0", "answer 0", "answer 0"],
    "10 9 8 7 6 5 …",
  ],
  [
    "reading on that was overtaken and refused is tried again",
    [...OPEN, "older", "read", "answer 1", "refuse 0", "answer 0"],
    "9 8 7 6 5 4 …",
  ],
  ["a refusal", ["read", "refuse 0"], "? refused"],
  ["a refusal leaves what is there", [...OPEN, "read", "refuse 0"], "9 8 7 … refused"],
  ["a refusal, then a retry", ["read", "refuse 0", "read", "answer 0"], "9 8 7 …"],
  ["reading on is refused", [...OPEN, "older", "refuse 0"], "9 8 7 … refused"],
  ["reading on is refused, then tried again", [...OPEN, "older", "refuse 0", "older", "answer 0"], "9 8 7 6 5 4 …"],
  ["a filter looks from the newest on", [...TWO_PAGES, "even", "answer 0"], "8 6 4 … filtered"],
  [
    "a filter that changes while it reads on: nothing of the other question stays",
    [...OPEN, "older", "even", "answer 0", "answer 0", "answer 0"],
    "8 6 4 2 filtered",
  ],
])("%s", async (_, steps, shown) => {
  const { rows, more, refusal, filtered, questions } = await run(steps);
  const said = [
    rows?.join(" ") ?? "?",
    ...(more ? ["…"] : []),
    ...(refusal ? ["refused"] : []),
    ...(filtered ? ["filtered"] : []),
    ...(questions.length > 0 ? ["asks"] : []),
  ];
  expect(said.join(" ")).toBe(shown);
});

it("is done with reading when the newest that was asked for is shown", async () => {
  const list = new Numbers();
  const first = list.read().then(() => list.rows);
  list.newest += 1;
  void list.read();
  list.questions[0]?.answer();
  await rest();
  list.questions[1]?.answer();
  expect(await first).toEqual([10, 9, 8]);
});

it("asks once for a fast hand", () => {
  vi.useFakeTimers();
  const list = new Numbers();
  for (let key = 0; key < 3; key += 1) {
    list.soon();
    vi.advanceTimersByTime(100);
  }
  expect(list.questions).toHaveLength(0);
  vi.advanceTimersByTime(100);
  expect(list.questions).toHaveLength(1);
  vi.useRealTimers();
});
