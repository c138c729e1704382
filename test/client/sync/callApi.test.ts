import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { callApi } from "../../../client/sync/callApi.ts";

let server: Server | undefined;

afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

async function serve(listener: RequestListener): Promise<string> {
  const listening = createServer(listener);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe("a call to the server", () => {
  test("sends JSON and gives the answer", async () => {
    const address = await serve((request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += part;
      });
      request.on("end", () =>
        response.end(JSON.stringify([request.method, request.headers["content-type"], JSON.parse(body)])),
      );
    });
    expect(await callApi(address, { method: "POST", body: { title: "T" } })).toEqual([
      "POST",
      "application/json",
      { title: "T" },
    ]);
  });

  test("that is answered with nothing gives nothing", async () => {
    const address = await serve((_, response) => response.writeHead(204).end());
    expect(await callApi(address, { method: "DELETE" })).toBeUndefined();
  });

  test("that is refused throws the server’s words and the place", async () => {
    const error = { message: "Element “a”: no such kind.", path: "elements[3].kind" };
    const address = await serve((_, response) => response.writeHead(400).end(JSON.stringify({ error })));
    await expect(callApi(address)).rejects.toMatchObject({ status: 400, ...error });
  });

  test("that is answered by something in between names the status", async () => {
    const address = await serve((_, response) => response.writeHead(502).end("<html>Bad gateway</html>"));
    await expect(callApi(address)).rejects.toMatchObject({ status: 502, message: /502/ });
  });

  test("that reaches nobody says so, with status 0", async () => {
    const address = await serve((request) => request.socket.destroy());
    await expect(callApi(address)).rejects.toMatchObject({ status: 0, message: /cannot be reached/ });
  });

  test("that is aborted throws the abort, not an error to show", async () => {
    const abort = new AbortController();
    const address = await serve(() => abort.abort());
    await expect(callApi(address, { signal: abort.signal })).rejects.toMatchObject({ name: "AbortError" });
  });
});
