/** Resolves when `work` ends, well or badly, and after this many ms at the latest: for a stop, which must not hang. */
export const settleWithin = async (
  milliseconds: number,
  work: Promise<unknown> | undefined,
): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([Promise.resolve(work).catch(() => undefined), late]);
  clearTimeout(timer);
};
