import { expiryDayOf } from '@warmline/conversation';
import { instant } from '@warmline/kernel';
import { KeyringCanaryStore } from '@warmline/postgres';
import { checkKeyring, type KeyringCheck } from '@warmline/sealing';
import { BadConfiguration, type Config } from './config';
import type { Connections } from './connections';
import type { Log } from './log';

const refusalOf = (folder: string, lost: KeyringCheck['lost']): string => {
  const open = lost.reduce((sum, { openConversations }) => sum + openConversations, 0);
  const days = lost.map(({ day }) => day).join(', ');
  return (
    `The keyring in ${folder} does not open ${open} open conversation(s): the keys of ${days} are missing or wrong. ` +
    'Put the right folder back, from your copy if need be. KEYRING_LOST=1 starts without them: what they sealed then stays unreadable.'
  );
};

/** What is checked, and how long the service keeps words (days). */
type CheckedKeyring = Pick<Connections, 'database' | 'keyring'> & { readonly keepsDays?: number | undefined };

/**
 * Before anyone connects: the keyring opens every open conversation, by its canaries. Rejects with BadConfiguration for an empty
 * or wrong one. A new installation gets its first key and canary here.
 */
export const requireRightKeyring = async (
  config: Pick<Config, 'KEYRING_DIR' | 'KEYRING_LOST'>,
  { database, keyring, keepsDays }: CheckedKeyring,
  log: Log,
): Promise<void> => {
  const store = new KeyringCanaryStore(database);
  const firstDay = expiryDayOf(instant(Date.now()), keepsDays);
  const { lost, canaries } = await checkKeyring(keyring, await store.loadDays(), firstDay);
  if (lost.length > 0) {
    const refusal = refusalOf(config.KEYRING_DIR, lost);
    if (config.KEYRING_LOST === '0') throw new BadConfiguration(refusal);
    log.error({ what: 'keyring', count: lost.length }, 'started without keys that open conversations need');
  }
  for (const { day, sealed } of canaries) await store.saveCanary(day, sealed);
};
