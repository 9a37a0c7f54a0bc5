import type { Bridge } from "./bridge";
import { asRefusal } from "./refusal";

/** What the window's shell puts into its page; the three calls used here, no more. */
export type Tauri = {
  invoke(command: string, args?: unknown, options?: { headers: Record<string, string> }): Promise<unknown>;
  transformCallback(callback: () => void): number;
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
  return {
    call: (name, input, caller) => ask("call", { name, input, caller }),
    attach: (name, bytes) => ask("attach", bytes, { "x-name": encodeURIComponent(name) }),
    onChanged(tell) {
      let listening = true;
      const handler = tauri.transformCallback(() => {
        if (listening) tell();
      });
      const target = { kind: "Any" };
      void ask("plugin:event|listen", { event: "changed", target, handler }).catch(() => undefined);
      return () => {
        listening = false;
      };
    },
    // The shell shows the window by itself when it hears nothing.
    ready: () => void ask("ready", {}).catch(() => undefined),
  };
}
