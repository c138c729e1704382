/** Calls at a rate, starting at a random moment so that people do not move in step. Returns the way to stop. */
export function repeat(perSecond: number, act: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const start = setTimeout(
    () => {
      timer = setInterval(act, 1000 / perSecond);
    },
    Math.random() * (1000 / perSecond),
  );
  return () => {
    clearTimeout(start);
    clearInterval(timer);
  };
}
