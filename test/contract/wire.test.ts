import { MemoryExchange, MemoryWire } from "../../server/bus/MemoryWire.ts";
import { wireContract } from "./wireContract.ts";

wireContract("memory", async () => {
  const exchange = new MemoryExchange();
  const wires: MemoryWire[] = [];
  const setUp = async (isUp: boolean) => {
    for (const wire of wires) wire.setUp(isUp);
  };
  return {
    open: () => {
      const wire = new MemoryWire(exchange);
      wires.push(wire);
      return wire;
    },
    cut: () => setUp(false),
    mend: () => setUp(true),
    remove: async () => undefined,
  };
});
