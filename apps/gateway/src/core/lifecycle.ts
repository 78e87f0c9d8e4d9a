import type { INestApplicationContext } from '@nestjs/common';
import { BadConfiguration } from './config';
import { closeConnections } from './connections';
import type { Resources } from './resources.module';

/** Closing may take this long (ms) before the process ends anyway. */
const CLOSE_WITHIN = 8_000;

/**
 * SIGTERM and SIGINT: accepts no new work, answers what runs, tells every page to reconnect, exits 0. A second signal ends the
 * process at once.
 */
export const closeOnSignal = (
  app: INestApplicationContext,
  { connections: technologies, log }: Resources,
): void => {
  let isClosing = false;
  const close = (signal: NodeJS.Signals): void => {
    log.info({ signal }, isClosing ? 'ended at once' : 'closing');
    if (isClosing) process.exit(1);
    isClosing = true;
    setTimeout(() => process.exit(1), CLOSE_WITHIN).unref();
    void app
      .close()
      .catch((err: unknown) => log.error({ err, what: 'closing' }, 'not everything could be closed'))
      .then(() => closeConnections(technologies))
      .then(() => process.exit(0));
  };
  // A rejection that nothing handles is a bug for the log, not a reason to drop every connection.
  process.on('unhandledRejection', (err: unknown) =>
    log.error({ err, what: 'unhandled' }, 'a failure nobody waited for'),
  );
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
};

/** Says in one sentence why the process cannot run, and ends it. */
export const refuseToStart = (error: unknown): never => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof BadConfiguration ? reason : `Cannot start: ${reason}`}\n`);
  process.exit(1);
};
