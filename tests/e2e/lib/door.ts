import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";

/**
 * The door between the browser and the host; it passes everything on as it is.
 *
 * The host hands every connection to a thread and keeps it there while the connection is open; a browser that opens
 * several at once can leave one of them waiting for ever. Here each request gets a connection of its own to the host.
 */
export class Door {
  readonly #server: Server;

  private constructor(host: string) {
    this.#server = createServer((asked, answer) => passOn(host, asked, answer));
    this.#server.keepAliveTimeout = 60_000;
  }

  /** Opens on a port, or on any free one for 0. */
  static async open(host: string, port: number): Promise<Door> {
    const door = new Door(host);
    await new Promise<void>((opened, failed) => {
      door.#server.once("error", failed);
      door.#server.listen(port, "127.0.0.1", opened);
    });
    return door;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the door is closed");
    return address.port;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((done) => this.#server.close(() => done()));
    this.#server.closeAllConnections();
    await closed;
  }
}

function passOn(host: string, asked: IncomingMessage, answer: ServerResponse): void {
  const headers = { ...asked.headers, connection: "close" };
  const onward = request(new URL(asked.url ?? "/", host), { method: asked.method ?? "GET", headers, agent: false });
  onward.on("response", (response) => {
    const { connection: _, ...rest } = response.headers;
    answer.writeHead(response.statusCode ?? 502, rest);
    response.pipe(answer);
  });
  onward.on("error", () => answer.destroy());
  answer.on("close", () => onward.destroy());
  asked.pipe(onward);
}
