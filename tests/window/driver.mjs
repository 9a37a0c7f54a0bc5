// A WebDriver client of the few words that these tests need, over fetch (https://www.w3.org/TR/webdriver2/).
import { spawn } from "node:child_process";
import { createServer } from "node:net";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const DRIVER = process.env.WEBKIT_WEBDRIVER ?? "WebKitWebDriver";
const PATIENCE_MS = 15_000;

export const pause = (ms) => new Promise((wake) => setTimeout(wake, ms));

/** Asks until the answer is neither null, undefined nor false; `what` is said when that never comes. */
export async function until(what, ask, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  let last;
  do {
    try {
      const answer = await ask();
      if (answer !== null && answer !== undefined && answer !== false) return answer;
      last = undefined;
    } catch (cause) {
      last = cause;
    }
    await pause(50);
  } while (Date.now() < end);
  throw new Error(`waited ${patience} ms for ${what}`, { cause: last });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts WebKitWebDriver with this environment, which the window inherits; or for a window that runs, at `target`. */
export async function startDriver(environment, target) {
  const port = await freePort();
  const words = [`--port=${port}`, "--host=127.0.0.1", ...(target ? [`--target=${target}`] : [])];
  const child = spawn(DRIVER, words, {
    env: { ...environment, TAURI_WEBVIEW_AUTOMATION: "true" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  const base = `http://127.0.0.1:${port}`;
  await until("WebKitWebDriver", async () => (await fetch(`${base}/status`)).ok);
  return { base, stop };
}

export class Session {
  /** Opens the program with these words and waits for its page. */
  static async open(driver, binary, args) {
    return Session.#begin(driver, { "webkitgtk:browserOptions": { binary, args } });
  }

  /** Joins the window at the driver's target. */
  static join(driver) {
    return Session.#begin(driver, {});
  }

  static async #begin(driver, alwaysMatch) {
    const opened = await send("POST", `${driver.base}/session`, { capabilities: { alwaysMatch } });
    return new Session(`${driver.base}/session/${opened.sessionId}`);
  }

  constructor(base) {
    this.base = base;
  }

  #post(path, body = {}) {
    return send("POST", `${this.base}/${path}`, body);
  }

  /** Runs a function's body in the page and gives back what it returns. */
  run(script, ...args) {
    return this.#post("execute/sync", { script, args });
  }

  /** The elements that this CSS selector finds. */
  async all(selector) {
    const found = await this.#post("elements", { using: "css selector", value: selector });
    return found.map((handle) => new Element(this, handle));
  }

  /** The one element that the page shows for this selector, once it is there. */
  find(selector) {
    return until(selector, async () => (await this.all(selector))[0]);
  }

  /** Presses keys one after the other, wherever the focus is. */
  async press(...keys) {
    const actions = keys.flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.#post("actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  async screenshot() {
    return Buffer.from(await send("GET", `${this.base}/screenshot`), "base64");
  }

  rect() {
    return send("GET", `${this.base}/window/rect`);
  }

  setRect(rect) {
    return this.#post("window/rect", rect);
  }

  /** Ends the session; the driver ends the program with it. */
  end() {
    return send("DELETE", this.base).catch(() => undefined);
  }
}

class Element {
  constructor(session, handle) {
    this.session = session;
    this.handle = handle;
    this.base = `${session.base}/element/${handle[ELEMENT]}`;
  }

  /** Scrolls there, as a hand would (WebKit's driver does not inside a scrolling list), and clicks. */
  click() {
    return until("something to click", async () => {
      await this.session.run("arguments[0].scrollIntoView({ block: 'center' })", this.handle);
      await send("POST", `${this.base}/click`, {});
      return true;
    });
  }

  /** Types a text in place of what is there. */
  async fill(text) {
    await send("POST", `${this.base}/clear`, {});
    await send("POST", `${this.base}/value`, { text });
  }

  text() {
    return send("GET", `${this.base}/text`);
  }

  attribute(name) {
    return send("GET", `${this.base}/attribute/${name}`);
  }
}

async function send(method, url, body) {
  const signal = AbortSignal.timeout(2 * PATIENCE_MS);
  const response = await fetch(url, { method, body: body && JSON.stringify(body), signal });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
