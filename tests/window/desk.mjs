// One test's desk: fresh folders, the real window, and the real command line on the same data.
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Session, startDriver, until } from "./driver.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = fileURLToPath(new URL("./out/", import.meta.url));
const built = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug");
const binary = join(built, "kaizhang-desktop");
const prompt = join(built, "kaizhang");

export class Desk {
  static async lay() {
    const desk = new Desk(mkdtempSync(join(tmpdir(), "kaizhang-window-")));
    desk.driver = await startDriver(desk.environment);
    return desk;
  }

  constructor(folder) {
    this.folder = folder;
    this.data = join(folder, "data");
    // The person's own settings are neither read nor written.
    this.environment = { ...process.env };
    for (const [name, sub] of [["HOME", "home"], ["XDG_DATA_HOME", "share"], ["XDG_CONFIG_HOME", "config"],
      ["XDG_CACHE_HOME", "cache"], ["XDG_RUNTIME_DIR", "run"]]) {
      this.environment[name] = join(folder, sub);
      mkdirSync(join(folder, sub), { mode: 0o700 });
    }
    for (const name of ["WAYLAND_DISPLAY", "KAIZHANG_DATA"]) delete this.environment[name];
  }

  /** Opens the window and waits for its first screen. */
  async open(...args) {
    const session = await this.openAny(...args);
    await session.find('[data-testid^="page-"]');
    return session;
  }

  /** Opens the window, whatever it shows. */
  openAny(...args) {
    return Session.open(this.driver, binary, ["--data", this.data, ...args]);
  }

  /** Ends the window the way the end of a desktop session does, and waits until it is gone. */
  async leave(session) {
    process.kill(this.windowProcess());
    await until("the window's end", () => this.windowProcess() === null);
    await session.end();
  }

  /** The process of this desk's window. */
  windowProcess() {
    return this.#processes().find(({ words }) => words[0] === binary && words.includes(this.data))?.pid ?? null;
  }

  /** The web process that draws the window's page. */
  webProcess() {
    const window = this.windowProcess();
    return this.#processes().find(({ words, parent }) => /WebKitWebProcess$/.test(words[0]) && parent === window)?.pid;
  }

  #processes() {
    const found = [];
    for (const name of readdirSync("/proc").filter((each) => /^\d+$/.test(each))) {
      try {
        const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
        const status = readFileSync(`/proc/${name}/stat`, "utf8");
        const [state, parent] = status.slice(status.lastIndexOf(")") + 2).split(" ");
        if (state === "Z") continue;
        words[0] = readlinkSync(`/proc/${name}/exe`);
        found.push({ pid: Number(name), parent: Number(parent), words });
      } catch {
        // It ended while it was looked at.
      }
    }
    return found;
  }

  /** What `kaizhang … --json` answers on the same folder. */
  ask(...words) {
    const args = ["--data", this.data, "--json", ...words];
    return JSON.parse(execFileSync(prompt, args, { env: this.environment, encoding: "utf8" }));
  }

  /** Starts the window's program a second time and gives its exit code. */
  async startAgain() {
    await promisify(execFile)(binary, ["--data", this.data], { env: this.environment, timeout: 15_000 });
  }

  /** Keeps a picture of the page. WebKit's driver waits for the next drawing, so something harmless is made to move. */
  async picture(session, name) {
    await session.run("document.documentElement.animate([{ opacity: 0.999 }, { opacity: 1 }], 1000)");
    writeFileSync(join(out, `${name}.png`), await session.screenshot());
  }

  clear() {
    this.driver.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
