import { checkMainKeys, MainKeyUnavailable, type Keyring, type MainKeyCheck } from '@warmline/sealing';
import { BadConfiguration, type Config } from './config';
import type { Log } from './log';

const refusalOf = (folder: string, missing: MainKeyCheck['missing']): string => {
  const each = missing.map(({ id, keys, reason }) => `${id} for ${keys} key(s): ${reason}`);
  return (
    `The keyring in ${folder} still needs a main key that cannot be used: ${each.join('; ')}. ` +
    'Put it back, list it as a former one in main-key.json, and run keys:rotate: docs/operations.md says how.'
  );
};

/**
 * Before anyone connects: the main key wraps, and every main key that a key of the keyring still needs is there. Rejects with
 * BadConfiguration. The log says what is still to be re-wrapped, and which former main key is not needed any more.
 */
export const requireMainKeys = async (
  { KEYRING_DIR, KEYRING_LOST }: Pick<Config, 'KEYRING_DIR' | 'KEYRING_LOST'>,
  keyring: Keyring,
  log: Log,
): Promise<void> => {
  const { current, toWrap, missing, unneeded } = await checkMainKeys(keyring).catch((error: unknown) => {
    if (error instanceof MainKeyUnavailable)
      throw new BadConfiguration(`The keyring in ${KEYRING_DIR}: ${error.message}.`);
    throw error;
  });
  if (missing.length > 0 && KEYRING_LOST === '0') throw new BadConfiguration(refusalOf(KEYRING_DIR, missing));
  if (toWrap > 0)
    log.warn(
      { what: 'keyring', count: toWrap },
      `keys that ${current ?? 'no main key'} does not wrap yet: keys:rotate goes on with them`,
    );
  for (const place of unneeded)
    log.info(
      { what: 'keyring' },
      `the former main key ${place} is not needed any more: keys:rotate --forget takes it off the list`,
    );
};
