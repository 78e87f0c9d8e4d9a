import { ServiceContent } from '@warmline/postgres';
import { BadConfiguration, type Config } from './config';
import { makeLog, type Log } from './log';
import { openTechnologies } from './technologies';
import type { Ground } from './technologies.module';

/** Opens everything a process stands on. Rejects with one clear sentence when something is missing. */
export const openGround = async (
  config: Config,
  role: 'gateway' | 'worker',
  log: Log = makeLog(config.LOG_LEVEL, role),
): Promise<Ground> => {
  const technologies = await openTechnologies(config, log);
  const service = await new ServiceContent(technologies.database).service();
  if (service === null)
    throw new BadConfiguration('No service is set up yet: run migrate with --demo, or seed one.');
  return { config, log, technologies, service };
};
