import { connect } from "node:net";

const host = "Host: localhost";

/** Requests that break off, lie about their length, or are no HTTP. */
export const RAW_REQUESTS: readonly {
  readonly name: string;
  readonly text: string;
  readonly endsItself: boolean;
}[] = [
  { name: "no HTTP", text: "hello\r\n\r\n", endsItself: true },
  { name: "no host", text: "GET /api HTTP/1.1\r\n\r\n", endsItself: true },
  { name: "an unknown version", text: `GET /api HTTP/9.9\r\n${host}\r\n\r\n`, endsItself: true },
  {
    name: "two lengths",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    endsItself: true,
  },
  {
    name: "a length and chunks",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "a chunk of no length",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
    endsItself: true,
  },
  {
    name: "a chunk longer than said",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "a body that breaks off",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nContent-Length: 100\r\n\r\n{"title"`,
    endsItself: false,
  },
  {
    name: "chunks that break off",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"ti`,
    endsItself: false,
  },
  { name: "headers that never end", text: `GET /api HTTP/1.1\r\n${host}\r\nX-Slow: a`, endsItself: false },
  {
    name: "an expectation",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    endsItself: true,
  },
  {
    name: "an unknown expectation",
    text: `POST /api/maps HTTP/1.1\r\n${host}\r\nExpect: magic\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`,
    endsItself: true,
  },
  {
    name: "headers without end",
    text: `GET /api HTTP/1.1\r\n${host}\r\nX-Big: ${"x".repeat(100_000)}\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "an absolute address",
    text: "GET http://elsewhere.example/api HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n",
    endsItself: true,
  },
  {
    name: "an asterisk",
    text: `OPTIONS * HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "a tunnel",
    text: "CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
    endsItself: true,
  },
  {
    name: "an upgrade to something else",
    text: `GET /sync/x HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "an upgrade of a broken address",
    text: `GET //[ HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "an upgrade without a key",
    text: `GET /sync/x HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    endsItself: true,
  },
  {
    name: "requests in one breath",
    text:
      `GET /api HTTP/1.1\r\n${host}\r\n\r\n`.repeat(50) +
      `GET /api HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    endsItself: true,
  },
];

/** Sends one as it is; answers with what came back. Hangs up where the request leaves the server waiting for more. */
export function sendRaw(port: number, { text, endsItself }: (typeof RAW_REQUESTS)[number]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    let heard = "";
    socket.on("data", (part: Buffer) => {
      heard += part.toString("latin1");
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(heard));
    socket.write(text, () => {
      if (!endsItself) socket.end();
    });
  });
}
