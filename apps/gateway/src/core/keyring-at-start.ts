import { expiryDayOf } from '@warmline/conversation';
import { instant } from '@warmline/kernel';
import { KeyringCanaryStore } from '@warmline/postgres';
import { checkKeyring, findLostHolds, type KeyringCheck } from '@warmline/sealing';
import { BadConfiguration, type Config } from './config';
import type { Connections } from './connections';
import type { Log } from './log';

interface Lost {
  readonly days: KeyringCheck['lost'];
  /** Conversations that are held. */
  readonly held: readonly string[];
}

const refusalOf = (folder: string, { days, held }: Lost): string => {
  const open = days.reduce((sum, { openConversations }) => sum + openConversations, 0);
  const what = open > 0 ? `${open} open conversation(s)` : 'conversations that are kept';
  const keys = [...days.map(({ day }) => day), ...held.map((conversation) => `hold-${conversation}`)];
  return (
    `The keyring in ${folder} does not open ${what}: the keys of ${keys.join(', ')} are missing or wrong. ` +
    'Put the right folder back, from your copy if need be. KEYRING_LOST=1 starts without them: what they sealed then stays unreadable.'
  );
};

/** What is checked, and how long the service keeps words (days). */
type CheckedKeyring = Pick<Connections, 'database' | 'keyring'> & { readonly keepsDays?: number | undefined };

/**
 * Before anyone connects: the keyring opens every conversation that is open, held, or kept, by its canaries. Rejects with BadConfiguration for an empty
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
  const held = await findLostHolds(keyring, await store.loadHeld());
  if (lost.length + held.length > 0) {
    const refusal = refusalOf(config.KEYRING_DIR, { days: lost, held });
    if (config.KEYRING_LOST === '0') throw new BadConfiguration(refusal);
    log.error(
      { what: 'keyring', count: lost.length + held.length },
      'started without keys that conversations need',
    );
  }
  for (const { day, sealed } of canaries) await store.saveCanary(day, sealed);
};
