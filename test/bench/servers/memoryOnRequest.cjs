// Loaded into every server under measurement: collects garbage and tells its memory when the benchmark asks.
const collect = globalThis.gc;

process.on("message", (message) => {
  if (message !== "memory") return;
  collect();
  setTimeout(() => {
    collect();
    process.send(process.memoryUsage());
  }, 200);
});
process.channel?.unref();
