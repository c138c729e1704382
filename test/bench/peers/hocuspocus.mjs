// Hocuspocus as its manual starts it; with DATA_FILE, with its SQLite extension.
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";

const { PORT, HOST = "127.0.0.1", DATA_FILE } = process.env;
const server = new Server({
  port: Number(PORT),
  address: HOST,
  quiet: true,
  extensions: DATA_FILE ? [new SQLite({ database: DATA_FILE })] : [],
});
await server.listen();
console.log("hocuspocus is ready");
