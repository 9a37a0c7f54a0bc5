// A real notification service on the session bus, python3-dbusmock's, and what it was told.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { until } from "./driver.mjs";

/** The system's own Python, which is where Debian's dbusmock lives. */
export const PYTHON = "/usr/bin/python3";
const ABILITIES = JSON.stringify({ capabilities: "body body-markup actions sound" });

export class Toasts {
  #service;
  #asker;
  #answers;

  /** Starts the service and waits until it answers. */
  static async start() {
    const toasts = new Toasts();
    await until("the notification service", () => toasts.#ask("answers"), 60_000);
    return toasts;
  }

  constructor() {
    const words = ["-m", "dbusmock", "--session", "--template", "notification_daemon", "--parameters", ABILITIES];
    this.#service = spawn(PYTHON, words, { stdio: ["ignore", "ignore", "inherit"] });
    const asker = fileURLToPath(new URL("./toasts.py", import.meta.url));
    this.#asker = spawn(PYTHON, [asker], { stdio: ["pipe", "pipe", "inherit"] });
    this.#answers = createInterface({ input: this.#asker.stdout })[Symbol.asyncIterator]();
    process.once("exit", () => this.#kill());
  }

  async #ask(...words) {
    this.#asker.stdin.write(`${JSON.stringify(words)}\n`);
    const { value } = await this.#answers.next();
    const answer = JSON.parse(value);
    if (answer.refused) throw new Error(answer.refused);
    return answer.said;
  }

  /** Every toast so far, oldest first, with the number that the service gave it. */
  async received() {
    let last = 0;
    return (await this.#ask("calls", "Notify")).map(([, replaces, , title, body, actions]) => {
      const id = replaces || (last += 1);
      return { id, title, body, actions };
    });
  }

  /** Waits for the toast with this number, counted from 1; no later one may be there yet. */
  async nth(count, patience) {
    const all = await until(`toast ${count}`, async () => {
      const received = await this.received();
      return received.length >= count && received;
    }, patience);
    if (all.length > count) throw new Error(`${all.length} toasts instead of ${count}: ${JSON.stringify(all)}`);
    return all[count - 1];
  }

  /** How often a toast was taken from the screen. */
  async takenDown() {
    return (await this.#ask("calls", "CloseNotification")).length;
  }

  /** Presses a button of a toast; `default` is the toast itself. */
  press(toast, button) {
    return this.#ask("press", toast.id, button);
  }

  /** The service keeps its name on the bus and answers nobody any more. */
  freeze() {
    this.#service.kill("SIGSTOP");
  }

  async stop() {
    const gone = [this.#service, this.#asker].map((each) => each.exitCode ?? each.signalCode ?? once(each, "exit"));
    this.#kill();
    await Promise.all(gone);
  }

  #kill() {
    this.#service.kill("SIGKILL");
    this.#asker.kill("SIGKILL");
  }
}
