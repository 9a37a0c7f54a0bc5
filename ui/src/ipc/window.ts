import type { Bridge } from "./bridge";
import { asRefusal } from "./refusal";

/** What the window's shell puts into its page; what is used here, no more. */
export type Tauri = {
  invoke(command: string, args?: unknown, options?: { headers: Record<string, string> }): Promise<unknown>;
  transformCallback(callback: () => void): number;
  convertFileSrc(path: string, scheme: string): string;
};

export function tauriInside(): Tauri | null {
  return (globalThis as { __TAURI_INTERNALS__?: Tauri }).__TAURI_INTERNALS__ ?? null;
}

/** The bridge inside the program's own window. */
export function windowBridge(tauri: Tauri): Bridge {
  const ask = async (command: string, args: unknown, headers?: Record<string, string>): Promise<unknown> => {
    try {
      return await tauri.invoke(command, args, headers && { headers });
    } catch (cause) {
      throw asRefusal(cause);
    }
  };
  const listen = (event: string, tell: () => void): (() => void) => {
    let listening = true;
    const handler = tauri.transformCallback(() => {
      if (listening) tell();
    });
    void ask("plugin:event|listen", { event, target: { kind: "Any" }, handler }).catch(() => undefined);
    return () => {
      listening = false;
    };
  };
  return {
    call: (name, input, caller) => ask("call", { name, input, caller }),
    attach: (name, bytes, source, caller) =>
      ask("attach", bytes, {
        "x-name": encodeURIComponent(name),
        "x-source": source,
        "x-staff": encodeURIComponent(caller.staff ?? ""),
      }),
    handOver: ({ file, name, at }, bytes, caller) =>
      ask("hand_over", bytes, {
        ...(file && { "x-file": file }),
        "x-name": encodeURIComponent(name),
        "x-at": `${at}`,
        "x-staff": encodeURIComponent(caller.staff ?? ""),
      }),
    showInFolder: (path) => ask("show_in_folder", { path }),
    // The shell knows how its own scheme is written on this system; the path goes in whole, slash and all.
    pictureUrl: (attachment, longestPx) =>
      decodeURIComponent(tauri.convertFileSrc(`${attachment}/${longestPx}`, "kaizhang")),
    onChanged: (tell) => listen("changed", tell),
    onShowToday: (show) => listen("show-today", show),
    // The shell shows the window by itself when it hears nothing.
    ready: () => void ask("ready", {}).catch(() => undefined),
  };
}
