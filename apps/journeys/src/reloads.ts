import { until } from '@warmline/test-kit/testing';
import { applyFixtures } from '../run/apply-fixtures';
import { warmlineUrl } from './running';

const keepsReloads = async (): Promise<boolean> => {
  const answer = await fetch(`${warmlineUrl()}/api/service`);
  return ((await answer.json()) as { readonly keepsReloads?: boolean }).keepsReloads === true;
};

/** Runs while the service lets a visitor's chat survive a reload; by default it does not. */
export const whileReloadsAreKept = async (run: () => Promise<void>): Promise<void> => {
  await applyFixtures('reloads-are-kept');
  try {
    await until('the service to keep reloads', keepsReloads);
    await run();
  } finally {
    await applyFixtures('as-it-was');
    await until('the service to be as it was', async () => !(await keepsReloads()));
  }
};
