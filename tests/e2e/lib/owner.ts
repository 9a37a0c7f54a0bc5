import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the owner's own address was told. */
export type Told = { path: string; authorization: string | undefined; body: unknown };

/** A web address of this machine that takes what is posted to it, or leaves whoever posts without an answer. */
export class Owner {
  readonly told: Told[] = [];
  readonly #server: Server;
  readonly #kept: ServerResponse[] = [];

  private constructor(hangs: boolean) {
    this.#server = createServer((asked, answer) => {
      const parts: Buffer[] = [];
      asked.on("data", (part: Buffer) => parts.push(part));
      asked.on("end", () => {
        const body: unknown = JSON.parse(Buffer.concat(parts).toString());
        this.told.push({ path: asked.url ?? "", authorization: asked.headers.authorization, body });
        if (hangs) this.#kept.push(answer);
        else answer.end("{}");
      });
    });
  }

  static async listen({ hangs = false } = {}): Promise<Owner> {
    const owner = new Owner(hangs);
    await new Promise<void>((listening) => owner.#server.listen(0, "127.0.0.1", listening));
    return owner;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    this.#server.closeAllConnections();
    await closed;
  }
}
