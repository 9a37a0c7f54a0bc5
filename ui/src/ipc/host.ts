import type { Bridge } from "./bridge";
import { NO_ANSWER, Refusal, asRefusal } from "./refusal";

const REFUSED = 422;
const REST_MS = 2000;
/** In UTF-16 units; Chinese text is three bytes each, and the limit is 64 KiB. */
const MOST_KEPT_ALIVE = 20_000;

async function answer(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  if (response.status === REFUSED) throw asRefusal(await response.json());
  throw new Refusal(NO_ANSWER, {});
}

async function send(url: string, init: RequestInit): Promise<unknown> {
  try {
    return await answer(await fetch(url, init));
  } catch (cause) {
    throw asRefusal(cause);
  }
}

function query(values: Record<string, string>): string {
  return new URLSearchParams(values).toString().replaceAll("+", "%20");
}

function raw(body: Uint8Array<ArrayBuffer>): RequestInit {
  return { method: "POST", headers: { "content-type": "application/octet-stream" }, body };
}

/** The bridge over HTTP on this machine's own loopback. */
export function hostBridge(): Bridge {
  return {
    call(name, input, caller) {
      const body = JSON.stringify({ input, caller });
      // The place is also kept while the page goes; browsers let only small requests outlive it.
      const keepalive = name === "keep_place" && body.length < MOST_KEPT_ALIVE;
      return send(`/call/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        keepalive,
      });
    },
    attach: (name, bytes, source, caller) =>
      send(`/attach?${query({ name, source, staff: caller.staff ?? "" })}`, raw(bytes)),
    handOver: ({ file, name, at }, bytes, caller) =>
      send(`/hand-over?${query({ file, name, at: `${at}`, staff: caller.staff ?? "" })}`, raw(bytes)),
    showInFolder: (path) => send(`/show-in-folder?${query({ path })}`, { method: "POST" }),
    pictureUrl: (attachment, longestPx) => `/picture/${encodeURIComponent(attachment)}/${longestPx}`,
    onChanged(tell) {
      const stop = new AbortController();
      void listen(tell, stop.signal);
      return () => stop.abort();
    },
    // Nothing outside of a browser asks for a page.
    onShowToday: () => () => undefined,
    // A browser shows its page whatever it says.
    ready: () => undefined,
  };
}

async function listen(tell: () => void, signal: AbortSignal): Promise<void> {
  let known: number | null = null;
  let missed = false;
  while (!signal.aborted) {
    try {
      const response = await fetch(`/changed?since=${known ?? 0}`, { signal });
      const { version } = (await response.json()) as { version: number };
      // The first answer only says where the count stands; the screen has just been read.
      if (missed || (known !== null && version !== known)) tell();
      known = version;
      missed = false;
    } catch {
      // The host may be restarting, and its count then begins anew: whatever it says next, something may have changed.
      missed = true;
      known = null;
      await new Promise((wake) => setTimeout(wake, REST_MS));
    }
  }
}
