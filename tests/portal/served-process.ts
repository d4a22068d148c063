import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(import.meta.resolve("@jointfund/server/main.ts"));

/** `jointfund serve` in a process of its own, which can be killed and started again. */
export class ServedProcess {
  readonly #data: string;
  #port = "0";
  #child: ChildProcess | undefined;

  constructor(data: string) {
    this.#data = data;
  }

  get port(): number {
    return Number(this.#port);
  }

  /** Starts it, at the port that it had before if it ran already; returns its address. */
  async start(): Promise<string> {
    const child = spawn(
      process.execPath,
      [MAIN, "serve", "--data", this.#data, "--port", this.#port],
      { stdio: ["ignore", "pipe", "ignore"] },
    );
    this.#child = child;
    let out = "";
    while (!out.includes("\n")) {
      const [chunk] = (await once(child.stdout, "data")) as [Buffer];
      out += chunk.toString();
    }
    const address = new URL(out.split("\n", 1)[0]!);
    this.#port = address.port;
    return address.origin;
  }

  /** Ends it as a loss of power would: nothing is finished, nothing is said. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}

/** A way to a server that can be cut, and that then answers for it as a proxy does. */
export class Wire {
  readonly #to: number;
  readonly #sockets = new Set<Socket>();
  readonly #server = createServer((socket) => this.#take(socket));
  /** Whether it answers by itself that the server is away. */
  isCut = false;

  constructor(to: number) {
    this.#to = to;
  }

  async open(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Breaks every connection that there is. */
  breakAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.breakAll();
    this.#server.close();
  }

  #take(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    if (this.isCut) {
      socket.once("data", () => {
        socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      });
      return;
    }
    const server = connect(this.#to, "127.0.0.1");
    server.on("error", () => socket.destroy());
    server.on("close", () => socket.destroy());
    socket.on("close", () => server.destroy());
    socket.pipe(server).pipe(socket);
  }
}
