import type { INestApplicationContext } from '@nestjs/common';
import { BadConfiguration } from './config';
import { closeTechnologies } from './technologies';
import type { Ground } from './technologies.module';

/** Closing may take this long (ms) before the process ends anyway. */
const CLOSE_WITHIN = 8_000;

/** SIGTERM and SIGINT: no new work, what runs is finished, every line is closed, exit 0. */
export const closeOnSignal = (app: INestApplicationContext, { technologies, log }: Ground): void => {
  const close = (signal: NodeJS.Signals): void => {
    log.info({ signal }, 'closing');
    setTimeout(() => process.exit(1), CLOSE_WITHIN).unref();
    void app
      .close()
      .then(() => closeTechnologies(technologies))
      .then(() => process.exit(0));
  };
  // A promise nobody waited for is a bug to be found in the log, not a reason to drop everyone's line.
  process.on('unhandledRejection', (err: unknown) =>
    log.error({ err, what: 'unhandled' }, 'a failure nobody waited for'),
  );
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
};

/** Says in one sentence why the process cannot run, and ends it. */
export const refuseToStart = (error: unknown): never => {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${error instanceof BadConfiguration ? reason : `Cannot start: ${reason}`}\n`);
  process.exit(1);
};
