import { CheckpointSigner } from '@warmline/audit-log';
import { AuditKeyStore, type Database } from '@warmline/postgres';
import { AUDIT_KEY, type Keyring } from '@warmline/sealing';
import { BadConfiguration, type Config } from './config';
import type { Log } from './log';

const HOW_TO_GO_ON =
  'Put the right file back, from your copy of the keyring if need be. KEYRING_LOST=1 starts with a new key: keep the old ' +
  'checkpoints and the old public key, since they still prove what they say.';

const findKey = async (keyring: Keyring): Promise<{ key: Buffer | null; isDamaged: boolean }> => {
  try {
    return { key: await keyring.find(AUDIT_KEY), isDamaged: false };
  } catch {
    // A damaged file signs nothing, like one that is gone. But it is in the way of a new key.
    return { key: null, isDamaged: true };
  }
};

const refusalOf = (folder: string, isThere: boolean): string =>
  `The key that signs the audit log ${isThere ? 'is not the one that signed before' : 'is missing or damaged'}: ` +
  `audit.key in ${folder}. ${HOW_TO_GO_ON}`;

/**
 * The key that signs the audit log, made at the first start. Its public half is recorded in the database and in the log of the
 * process. Rejects with BadConfiguration when it signed before and is not there any more.
 */
export const requireAuditKey = async (
  { KEYRING_DIR, KEYRING_LOST }: Pick<Config, 'KEYRING_DIR' | 'KEYRING_LOST'>,
  { database, keyring }: { readonly database: Database; readonly keyring: Keyring },
  log: Log,
): Promise<CheckpointSigner> => {
  const store = new AuditKeyStore(database);
  const { origin, keys } = await store.loadLog();
  const { key: found, isDamaged } = await findKey(keyring);
  const isFirst = keys.length === 0 && !isDamaged;
  const isKnown = found !== null && keys.includes(new CheckpointSigner(found, origin).publicKey);
  if (!isFirst && !isKnown && KEYRING_LOST === '0')
    throw new BadConfiguration(refusalOf(KEYRING_DIR, found !== null));
  if (isDamaged) await keyring.setAside(AUDIT_KEY);
  const signer = new CheckpointSigner(found ?? (await keyring.findOrMake(AUDIT_KEY)), origin);
  await store.recordKey(signer.publicKey);
  log.info({ what: 'audit log', id: signer.publicKey }, 'signs the audit log with this public key');
  return signer;
};
