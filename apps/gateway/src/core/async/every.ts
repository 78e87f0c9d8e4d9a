/**
 * Runs the job now and then every `interval` ms, never twice at once: a turn that comes while the job still runs is skipped.
 * A failure goes to `onError`, and the next turn tries again. Call the answer to stop it; it resolves when the running job has ended.
 */
export const every = (
  interval: number,
  job: () => Promise<void>,
  onError: (error: unknown) => void,
): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  const start = (): void => {
    running ??= job()
      .catch(onError)
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(start, interval);
  start();
  return async () => {
    clearInterval(timer);
    await running;
  };
};
