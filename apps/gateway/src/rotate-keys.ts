import { parseArgs } from 'node:util';
import {
  database,
  KeyringLock,
  ServiceContentReadModel,
  UnitOfWork,
  type Database,
} from '@warmline/postgres';
import { checkMainKeys, Keyring } from '@warmline/sealing';
import { BadConfiguration, keyringConfigFromEnvironment, pkcs11Of, type KeyringConfig } from './core/config';
import { RotateKeys, type Progress } from './features/retention';

const USAGE = `
  keys:rotate --to file:/PATH                         a main key in a file wraps every key of the keyring
  keys:rotate --to 'pkcs11:token=NAME;object=NAME'    a main key in a security module does
  keys:rotate --to none                               no main key: each key is in its file as it is
  keys:rotate                                         goes on where a run was stopped
  keys:rotate --forget                                takes former main keys that nothing needs off the list
`;

const write = (words: string): void => void process.stdout.write(words);

/** One line that is written over on a terminal; elsewhere a line for each tenth. */
const progressLine = (): Progress => {
  let told = -1;
  return (done, all) => {
    const tenth = Math.floor((done * 10) / all);
    if (process.stdout.isTTY) write(`\r  Keys looked at: ${done} of ${all}${done === all ? '\n' : ''}`);
    else if (tenth !== told) write(`  Keys looked at: ${done} of ${all}\n`);
    told = tenth;
  };
};

const parseWish = (): { to: string | undefined; isForgetting: boolean } => {
  try {
    const { values } = parseArgs({ options: { to: { type: 'string' }, forget: { type: 'boolean' } } });
    return { to: values.to, isForgetting: values.forget === true };
  } catch (error) {
    throw new BadConfiguration(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
};

const rotate = async (rotation: RotateKeys, keyring: Keyring): Promise<void> => {
  const { to, isForgetting } = parseWish();
  if (isForgetting) {
    const forgotten = await rotation.forgetFormer();
    for (const place of forgotten) write(`  ${place} is off the list. Destroy it when you like.\n`);
    if (forgotten.length === 0) write('  No former main key can be taken off the list.\n');
    return;
  }
  if (to !== undefined && (await rotation.setMainKey(to === 'none' ? null : to)))
    write(`  A new main key was made: ${to}. Make your copy of it now: without it no chat can be read.\n`);
  const count = await rotation.rewrapAll(progressLine());
  const { current, toWrap, unneeded } = await checkMainKeys(keyring);
  if (toWrap > 0) throw new Error(`${toWrap} key(s) are not wrapped by it yet: run keys:rotate again`);
  write(`  ${count} key(s) wrapped. ${current ?? 'No main key'} wraps the whole keyring.\n`);
  for (const place of unneeded)
    write(`  Not needed any more: ${place}. Take it off the list with keys:rotate --forget.\n`);
};

const work = async (opened: Database, config: KeyringConfig): Promise<void> => {
  const lock = new KeyringLock(opened);
  if (!(await lock.acquire())) throw new Error('another keys:rotate is running');
  try {
    const keyring = await Keyring.openFolder(config.KEYRING_DIR, pkcs11Of(config));
    const service = await new ServiceContentReadModel(opened).findService();
    await rotate(new RotateKeys(keyring, new UnitOfWork(opened), service?.id ?? null), keyring);
  } finally {
    await lock.release();
  }
};

/** `keys:rotate`: changes the main key that wraps the keys of the keyring, also while the product runs. */
const run = async (): Promise<void> => {
  const config = keyringConfigFromEnvironment();
  const opened = await database({ url: config.DATABASE_URL, poolSize: 2 }).initialize();
  try {
    await work(opened, config);
  } finally {
    await opened.destroy();
  }
};

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
