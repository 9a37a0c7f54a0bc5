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
    attach: (name, bytes) =>
      send(`/attach?name=${encodeURIComponent(name)}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: bytes,
      }),
    onChanged(tell) {
      const stop = new AbortController();
      void listen(tell, stop.signal);
      return () => stop.abort();
    },
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
