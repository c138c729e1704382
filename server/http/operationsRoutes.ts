import { type Context, Hono } from "hono";
import { isLocalAddress } from "../access/clientAddress.ts";
import { StoreError } from "../storage/StoreError.ts";
import { HttpError } from "./HttpError.ts";
import type { Environment, Services } from "./Services.ts";

/** For those who run the server, from its own network: is it alive, can it work, and how much does it do. */
export function operationsRoutes(services: Services): Hono<Environment> {
  const { metrics, rooms, storage, trustedProxies } = services;
  const routes = new Hono<Environment>();

  function checkIsLocal(context: Context<Environment>): void {
    const remote = context.env.incoming.socket.remoteAddress ?? "";
    const address = trustedProxies.clientAddress(remote, context.req.header("x-forwarded-for"));
    if (!isLocalAddress(address)) throw new HttpError(404, "There is no such page.");
  }

  routes.get("/healthz", (context) => {
    checkIsLocal(context);
    return context.json({ status: "alive" });
  });

  routes.get("/readyz", async (context) => {
    checkIsLocal(context);
    if (!services.admission.isOpen) throw new HttpError(503, "The server is restarting.");
    try {
      // A disk that is nearly full may take the little that is tried, and not what people have drawn.
      if (rooms.isStoreFailing) throw new StoreError("Changes are waiting for it.");
      await storage.checkWritable();
      return context.json({ status: "ready" });
    } catch {
      throw new HttpError(503, "The store cannot be written.");
    }
  });

  routes.get("/metrics", async (context) => {
    checkIsLocal(context);
    return context.body(await metrics.registry.metrics(), 200, {
      "Content-Type": metrics.registry.contentType,
    });
  });

  return routes;
}
