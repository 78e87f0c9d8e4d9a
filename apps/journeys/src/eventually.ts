const LOOK_AGAIN_MS = 50;

/** Waits until something outside the pages is so; throws after `within` ms. */
export const eventually = async (isSo: () => Promise<boolean>, within = 20_000): Promise<void> => {
  const until = performance.now() + within;
  while (!(await isSo())) {
    if (performance.now() > until) throw new Error(`not so within ${within} ms: ${isSo.toString()}`);
    await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
  }
};
