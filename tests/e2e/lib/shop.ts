import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import type { Commands, SetUpShop, Today, TodayItem } from "../../../ui/src/generated/contract";
import { ZONE, clearShared, clockFrom, offsetTo } from "./clock";
import { Door } from "./door";
import { UI, program } from "./places";

const run = promisify(execFile);

/** One data folder with its own host and the real command line beside it. */
export class Shop {
  /** What the browser opens. */
  url = "";
  #host: ChildProcess | null = null;
  #door: Door | null = null;
  /** The file that holds how far the host's clock is from this machine's; null for no distance. */
  #clock: string | null = null;

  private constructor(readonly folder: string) {}

  static async open(): Promise<Shop> {
    return new Shop(await mkdtemp(join(tmpdir(), "kaizhang-e2e-")));
  }

  /** The number of the host's process. */
  get pid(): number {
    if (this.#host?.pid === undefined) throw new Error("the host does not run");
    return this.#host.pid;
  }

  get data(): string {
    return join(this.folder, "data");
  }

  /** Starts the host; a second start takes the port of the first, so that the open page finds it again. */
  async start(): Promise<void> {
    const clock = this.#clock === null ? {} : clockFrom(this.#clock);
    const duty = this.#clock === null ? [] : ["--duty"];
    const host = spawn(program("kaizhang-host"), ["--data", this.data, "--ui", UI, ...duty], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, TZ: "UTC", KAIZHANG_DOCUMENTS: join(this.folder, "documents"), ...clock },
    });
    this.#host = host;
    const line = await new Promise<string>((found, failed) => {
      createInterface({ input: host.stdout }).once("line", found);
      host.once("error", failed);
      host.once("exit", (code) => failed(new Error(`the host ended with ${code}`)));
    });
    if (!line.startsWith("http://")) throw new Error(line);
    this.#door = await Door.open(line, this.url === "" ? 0 : Number(new URL(this.url).port));
    this.url = `http://127.0.0.1:${this.#door.port}`;
  }

  /** Starts the host anew at this hour of its shop, `2026-11-23 08:40`, with the loop that reminds. */
  async startAt(local: string): Promise<void> {
    await this.kill();
    await this.setClock(local);
    await this.start();
  }

  /** Sets the host's clock, as a person at the PC would; it goes on from there. */
  async setClock(local: string): Promise<void> {
    this.#clock = join(this.folder, "clock");
    // Renamed into place: the host reads the file at every look at the clock, and must never find half of it.
    await writeFile(`${this.#clock}.new`, offsetTo(local));
    await rename(`${this.#clock}.new`, this.#clock);
  }

  /** Ends the host at once, as a power cut would. */
  async kill(): Promise<void> {
    const host = this.#host;
    this.#host = null;
    await this.#door?.close();
    this.#door = null;
    if (host === null || host.exitCode !== null || host.signalCode !== null) return;
    const gone = once(host, "exit");
    host.kill("SIGKILL");
    await gone;
    if (this.#clock !== null) await clearShared(host.pid);
  }

  async close(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Calls the core through the host, as the page does. */
  async call<Name extends keyof Commands>(
    name: Name,
    input: Commands[Name]["input"],
    staff?: string,
  ): Promise<Commands[Name]["output"]> {
    const caller = staff === undefined ? {} : { staff };
    const response = await fetch(`${this.url}/call/${name}`, {
      method: "POST",
      body: JSON.stringify({ input, caller }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${name}: ${text}`);
    return JSON.parse(text) as Commands[Name]["output"];
  }

  /** Runs the real command line on the same folder, on the clock of its host. */
  async cli(...args: string[]): Promise<string> {
    const clock = this.#clock === null ? {} : clockFrom(this.#clock);
    const env = { ...process.env, TZ: "UTC", LANG: "zh_CN.UTF-8", ...clock };
    const { stdout } = await run(program("kaizhang"), [...args, "--data", this.data], { env });
    return stdout;
  }

  async json(...args: string[]): Promise<unknown> {
    return JSON.parse(await this.cli(...args, "--json"));
  }

  /** What the screen has kept of where it is and of what was typed; wait for it before a page is read anew. */
  async kept(): Promise<string> {
    return JSON.stringify(await this.call("read_place", {}));
  }

  /**
   * A shop whose clock shows about noon, so that no test runs across the end of a business day; on a clock of its own, in
   * the zone in which that clock's hours are meant.
   */
  async setUp(more: Partial<SetUpShop> = {}): Promise<void> {
    await this.call("set_up_shop", {
      name: "老王面馆",
      lanes: ["card", "qr", "cash"],
      opens: Array.from({ length: 7 }, () => ({ open: "09:00", close: "21:00" })),
      zone: this.#clock === null ? zoneAt(12) : ZONE,
      ...more,
    });
  }

  /** Mornings gone by up to yesterday, with today still to be looked at. */
  async demo(days: number, seed: number, tills = 1, hour = 12): Promise<void> {
    const counts = ["--days", String(days), "--seed", String(seed), "--tills", String(tills)];
    await this.cli("demo", ...counts, "--until", dayBefore(1, hour));
  }

  /** The demo shop, brought to a zone where it is noon. */
  async noon(more: Partial<SetUpShop> = {}): Promise<void> {
    const shop = await this.call("show_shop", {});
    await this.setUp({ name: shop.name, tills: shop.tills, ...more });
  }

  today(): Promise<Today> {
    return this.call("show_today", {});
  }

  async item(id: string): Promise<TodayItem> {
    const today = await this.today();
    const found = today.sections.flatMap((section) => section.items).find((item) => item.item === id);
    if (found === undefined) throw new Error(`${id} is not due today`);
    return found;
  }

  /** Passes everything that is left, but for the items named. */
  async passAll(...but: string[]): Promise<void> {
    const today = await this.today();
    for (const item of today.sections.flatMap((section) => section.items)) {
      if (item.result !== null || but.includes(item.item) || item.kind === "photo") continue;
      const value = { cash: "100x3 50x2 10x5 5x8 1x10", number: "20", text: "V3.2.1", choice: item.choices?.[0] };
      const typed = value[item.kind as keyof typeof value];
      await this.call("mark_item", {
        item: item.item,
        result: "pass",
        ...(typed === undefined ? {} : { value: typed }),
      });
    }
  }
}

/** Hours from Greenwich to where it is now this hour of the day. */
function ahead(hour: number): number {
  const hours = hour - new Date().getUTCHours();
  return hours < -11 ? hours + 24 : hours;
}

/** A zone in which it is now this hour of the day. */
export function zoneAt(hour: number): string {
  const hours = ahead(hour);
  // POSIX signs: Etc/GMT-3 is three hours ahead of Greenwich.
  return hours === 0 ? "Etc/UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
}

/** The day so many days ago, where it is now this hour. */
export function dayBefore(days: number, hour = 12): string {
  return new Date(Date.now() + ahead(hour) * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
}
