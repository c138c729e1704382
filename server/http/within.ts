/** Waits for something, but not for ever: says whether it came in time. @throws whatever it rejects with. */
export async function within(awaited: Promise<unknown>, longestMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longestMs);
  });
  try {
    return await Promise.race([awaited.then(() => true), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
