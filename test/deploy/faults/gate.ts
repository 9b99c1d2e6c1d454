import { connect, createServer, type Server, type Socket } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** An address in front of a sandbox that can refuse connections, and later take them again. */
export class Gate {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  private constructor(private readonly behind: number) {}

  /** @param url the sandbox's */
  static async before(url: string): Promise<Gate> {
    const gate = new Gate(Number(new URL(url).port));
    await gate.open();
    return gate;
  }

  get url(): string {
    return `http://${LOOPBACK}:${this.port}`;
  }

  async open(): Promise<void> {
    if (this.server !== undefined) return;
    const server = createServer((socket) => {
      const other = connect(this.behind, LOOPBACK);
      for (const [each, to] of [
        [socket, other],
        [other, socket],
      ] as const) {
        this.sockets.add(each);
        each.on('error', () => to.destroy());
        each.on('close', () => {
          this.sockets.delete(each);
          to.destroy();
        });
        each.pipe(to);
      }
    });
    this.server = server;
    await new Promise<void>((done) => server.listen(this.port, LOOPBACK, done));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
  }

  /** Drops every connection, and refuses new ones. */
  shut(): void {
    this.server?.close();
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
  }
}
