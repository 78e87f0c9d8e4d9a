import { DAY } from '@warmline/kernel';
import { KeyringCanaryStore } from '@warmline/postgres';
import { checkKeyring, type KeyringCheck } from '@warmline/sealing';
import { BadConfiguration, type Config } from './config';
import type { Connections } from './connections';
import type { Log } from './log';

/** How long what a visitor wrote can be read (ms), counted from the start. */
const KEPT_FOR = 90 * DAY;

/** The expiry day (`YYYY-MM-DD`) of a conversation that starts at `now` (ms since 1970). */
export const expiryDay = (now = Date.now()): string => new Date(now + KEPT_FOR).toISOString().slice(0, 10);

const refusalOf = (folder: string, lost: KeyringCheck['lost']): string => {
  const open = lost.reduce((sum, { openConversations }) => sum + openConversations, 0);
  const days = lost.map(({ day }) => day).join(', ');
  return (
    `The keyring in ${folder} does not open ${open} open conversation(s): the keys of ${days} are missing or wrong. ` +
    'Put the right folder back, from your copy if need be. KEYRING_LOST=1 starts without them: what they sealed then stays unreadable.'
  );
};

/**
 * Before anyone connects: the keyring opens every open conversation, by its canaries. Rejects with BadConfiguration for an empty
 * or wrong one. A new installation gets its first key and canary here.
 */
export const requireRightKeyring = async (
  config: Pick<Config, 'KEYRING_DIR' | 'KEYRING_LOST'>,
  { database, keyring }: Pick<Connections, 'database' | 'keyring'>,
  log: Log,
): Promise<void> => {
  const store = new KeyringCanaryStore(database);
  const { lost, canaries } = await checkKeyring(keyring, await store.loadDays(), expiryDay());
  if (lost.length > 0) {
    const refusal = refusalOf(config.KEYRING_DIR, lost);
    if (config.KEYRING_LOST === '0') throw new BadConfiguration(refusal);
    log.error({ what: 'keyring', count: lost.length }, 'started without keys that open conversations need');
  }
  for (const { day, sealed } of canaries) await store.saveCanary(day, sealed);
};
