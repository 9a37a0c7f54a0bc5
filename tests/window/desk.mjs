// One test's desk: fresh folders, the real window, and the real command line on the same data.
import { execFile, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { Clock } from "./clock.mjs";
import { Session, startDriver, until } from "./driver.mjs";
import { PYTHON } from "./toasts.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = fileURLToPath(new URL("./out/", import.meta.url));
const built = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug");
const binary = join(built, "kaizhang-desktop");
const prompt = join(built, "kaizhang");
const agent = join(built, "kaizhang-agent");

export class Desk {
  #killed = [];

  /** `clock`: the hour that the desk's programs see, on a clock of their own. `bus`: the address of another bus. */
  static async lay({ clock, bus } = {}) {
    const desk = new Desk(mkdtempSync(join(tmpdir(), "kaizhang-window-")), bus);
    if (clock) desk.#hang(clock);
    desk.driver = await startDriver(desk.environment);
    return desk;
  }

  constructor(folder, bus) {
    this.folder = folder;
    this.data = join(folder, "data");
    this.window = binary;
    // The person's own settings are neither read nor written.
    this.environment = { ...process.env };
    if (bus) this.environment.DBUS_SESSION_BUS_ADDRESS = bus;
    for (const [name, sub] of [["HOME", "home"], ["XDG_DATA_HOME", "share"], ["XDG_CONFIG_HOME", "config"],
      ["XDG_CACHE_HOME", "cache"], ["XDG_RUNTIME_DIR", "run"]]) {
      this.environment[name] = join(folder, sub);
      mkdirSync(join(folder, sub), { mode: 0o700 });
    }
    for (const name of ["WAYLAND_DISPLAY", "KAIZHANG_DATA"]) delete this.environment[name];
    this.programs = this.environment;
  }

  /** Puts the product's programs on a clock of their own. The driver, which times itself by the wall, stays on ours. */
  #hang(local) {
    this.clock = new Clock(this.folder, local);
    this.programs = { ...this.environment, ...this.clock.environment };
    this.window = join(this.folder, "window");
    const words = Object.entries(this.clock.environment).map(([name, value]) => `${name}='${value}'`);
    const script = `#!/bin/sh\nexport ${words.join(" ")}\nexec '${binary}' "$@"\n`;
    writeFileSync(this.window, script, { mode: 0o755 });
  }

  /** Opens the window and waits for its first screen. */
  async open(...args) {
    const session = await this.openAny(...args);
    await session.find('[data-testid^="page-"]');
    return session;
  }

  /** Opens the window, whatever it shows. */
  openAny(...args) {
    return Session.open(this.driver, this.window, ["--data", this.data, ...args]);
  }

  /** Joins the window that runs, wherever it came from: it or what started it was begun by WebDriver. */
  async join() {
    const words = readFileSync(`/proc/${this.windowProcess()}/environ`, "utf8").split("\0");
    const target = words.find((word) => word.startsWith("WEBKIT_INSPECTOR_SERVER="))?.split("=")[1];
    this.driver.stop();
    this.driver = await startDriver(this.environment, target);
    return Session.join(this.driver);
  }

  /** What the window has written into its log. */
  windowLog() {
    const logs = join(this.environment.XDG_DATA_HOME, "app.kaizhang.desktop", "logs", "window.log");
    return readFileSync(logs, "utf8").trim().split("\n");
  }

  /** Ends the window the way the end of a desktop session does, and waits until it is gone. */
  async leave(session) {
    process.kill(this.windowProcess());
    await until("the window's end", () => this.windowProcess() === null);
    await session.end();
  }

  /** The process of this desk's window. */
  windowProcess() {
    return this.#processOf(binary);
  }

  /** The process of this desk's agent. */
  agentProcess() {
    return this.#processOf(agent);
  }

  #processOf(program) {
    return this.#processes().find(({ words }) => words[0] === program && words.includes(this.data))?.pid ?? null;
  }

  /** The window's process and all that it started. */
  windowTree() {
    const all = this.#processes();
    const tree = [this.windowProcess()];
    for (const parent of tree) tree.push(...all.filter((each) => each.parent === parent).map(({ pid }) => pid));
    return tree;
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
    return JSON.parse(execFileSync(prompt, args, { env: this.programs, encoding: "utf8" }));
  }

  /** Runs a command of the table. */
  call(name, input = {}) {
    return this.ask("call", name, JSON.stringify(input));
  }

  /** What stands in the database itself: rows as lists. */
  look(sql) {
    const script = `import json, sqlite3, sys
folder = sqlite3.connect(sys.argv[1], uri=True, timeout=10)
print(json.dumps(folder.execute(sys.argv[2]).fetchall()))`;
    const uri = `file:${join(this.data, "kaizhang.db")}?mode=ro`;
    return JSON.parse(execFileSync(PYTHON, ["-c", script, uri, sql], { encoding: "utf8" }));
  }

  /** Starts the window's program a second time and gives its exit code. */
  async startAgain() {
    await promisify(execFile)(binary, ["--data", this.data], { env: this.programs, timeout: 15_000 });
  }

  /** Starts the window as a person does, without a driver. */
  startWindow() {
    this.#start(binary);
  }

  /** Starts the agent as the login does. */
  startAgent() {
    this.#start(agent);
  }

  #start(program) {
    spawn(program, ["--data", this.data], { env: this.programs, detached: true, stdio: "ignore" }).unref();
  }

  /** Keeps a picture of the page. WebKit's driver waits for the next drawing, so something harmless is made to move. */
  async picture(session, name) {
    await session.run("document.documentElement.animate([{ opacity: 0.999 }, { opacity: 1 }], 1000)");
    writeFileSync(join(out, `${name}.png`), await session.screenshot());
  }

  /** Ends a program of this desk at once, as a crash would. */
  kill(pid) {
    process.kill(pid, "SIGKILL");
    this.#killed.push(pid);
  }

  clear() {
    this.driver.stop();
    for (const pid of [this.windowProcess(), this.agentProcess()]) if (pid !== null) this.kill(pid);
    // What libfaketime shares with a program's children is left behind by a program that was killed.
    for (const pid of this.#killed) {
      for (const shared of ["sem.faketime_sem", "faketime_shm"]) rmSync(`/dev/shm/${shared}_${pid}`, { force: true });
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
