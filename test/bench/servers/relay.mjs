// A relay that forwards frames without reading them: what a server costs that knows nothing of documents.
// MODE=raw: one write for each message and client. MODE=tick, MODE=10ms: what came in one turn of the event loop, or in ten
// milliseconds, goes out in one write for each client. MODE=cached: the first large frame greets whoever joins.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";

const { PORT, HOST = "127.0.0.1", MODE = "raw" } = process.env;
const gatherMs = 10;
const smallestGreetingBytes = 1_000;
const rooms = new Map();

class Room {
  sockets = new Map();
  waiting = [];
  greeting = null;
  isScheduled = false;

  join(socket, stream) {
    this.sockets.set(socket, stream);
    if (this.greeting) socket.send(this.greeting);
    socket.on("message", (frame) => this.relay(socket, frame));
    socket.on("close", () => this.sockets.delete(socket));
    socket.on("error", () => {});
  }

  relay(from, frame) {
    if (MODE === "cached") {
      if (frame.byteLength > smallestGreetingBytes) this.greeting ??= frame;
    } else if (MODE === "raw") {
      for (const socket of this.sockets.keys()) if (socket !== from) socket.send(frame);
    } else {
      this.waiting.push(...framed(frame));
      if (this.isScheduled) return;
      this.isScheduled = true;
      if (MODE === "tick") setImmediate(() => this.flush());
      else setTimeout(() => this.flush(), gatherMs);
    }
  }

  flush() {
    this.isScheduled = false;
    const bytes = Buffer.concat(this.waiting);
    this.waiting = [];
    for (const stream of this.sockets.values()) stream.write(bytes);
  }
}

/** A binary WebSocket message of a server, head and body. */
function framed(body) {
  const { byteLength } = body;
  if (byteLength < 126) return [Buffer.from([0x82, byteLength]), body];
  const isShort = byteLength < 65_536;
  const head = Buffer.alloc(isShort ? 4 : 10);
  head[0] = 0x82;
  head[1] = isShort ? 126 : 127;
  if (isShort) head.writeUInt16BE(byteLength, 2);
  else head.writeBigUInt64BE(BigInt(byteLength), 2);
  return [head, body];
}

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
const server = createServer();
server.on("upgrade", (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    const room = rooms.get(request.url) ?? new Room();
    rooms.set(request.url, room);
    room.join(socket, stream);
  });
});
server.listen(Number(PORT), HOST, () => console.log("relay is ready"));
process.on("SIGTERM", () => process.exit(0));
