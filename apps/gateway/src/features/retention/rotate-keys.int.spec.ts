import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ConversationReadModel, UnitOfWork } from '@warmline/postgres';
import { ConversationKeys, Keyring, type Pkcs11Access } from '@warmline/sealing';
import { softHsmModule, softToken } from '@warmline/test-kit';
import { Deployment } from '../../../test/deployment/deployment';
import { aVisitor, type Visitor } from '../../../test/deployment/visitor';
import { SERVICE } from '../../core/service-settings';
import { NAME } from '../timeline';
import { RotateKeys } from './rotate-keys';

let deployment: Deployment;
const soft = softHsmModule === undefined ? null : softToken(softHsmModule);
let going: Visitor;
beforeAll(async () => {
  const more = soft === null ? {} : { KEYRING_PKCS11_MODULE: soft.module, KEYRING_PKCS11_PIN: soft.pin };
  deployment = await Deployment.start({ worker: false, more });
  going = await aVisitor().named('Robin').waitingAt(deployment.gateway());
});
afterAll(async () => {
  await deployment.stop();
});

const folder = () => deployment.config.KEYRING_DIR;
const keyring = (): Promise<Keyring> => Keyring.openFolder(folder(), soft satisfies Pkcs11Access | null);
const rotation = async (ring?: Keyring): Promise<RotateKeys> => {
  const { app } = deployment.gateway();
  const { id } = app.get<{ id: never }>(SERVICE, { strict: false });
  return new RotateKeys(ring ?? (await keyring()), app.get(UnitOfWork, { strict: false }), id);
};
const quiet = (): void => undefined;
const fileKey = (name: string): string => `file:${join(dirname(folder()), `${name}.main`)}`;
const rows = () =>
  deployment.database.sql<{ action: string; reason: string | null; count: number | null }>(
    `select action, reason, count from audit_entry where action in ('main_key_set', 'keys_rewrapped') order by id`,
  );

/** What a process that has just started reads of the conversation that goes on. */
const opensInAnother = async (): Promise<boolean> => {
  const { app } = deployment.gateway();
  const row = await app.get(ConversationReadModel, { strict: false }).findConversation(going.id);
  if (row === null) return false;
  const key = await new ConversationKeys(await keyring()).unwrap({ ...row, conversation: row.id });
  return row.nameSealed !== null && key.open(row.nameSealed, NAME) === 'Robin';
};

describe('the main key of the keyring', () => {
  it('[AUD1] wraps every key while chats go on, and both acts are in the audit', async () => {
    const rotate = await rotation();
    const steps: [number, number][] = [];
    expect(await rotate.setMainKey(fileKey('first'))).toBe(true);
    const count = await rotate.rewrapAll((...step) => steps.push(step));
    expect(count).toBeGreaterThan(0);
    expect(steps.at(-1)).toEqual([count, count]);
    expect(await rotate.rewrapAll(quiet)).toBe(0);
    expect(await rows()).toEqual([
      { action: 'main_key_set', reason: 'by_file', count: null },
      { action: 'keys_rewrapped', reason: null, count },
    ]);
    for (const name of await (await keyring()).listNames())
      expect(await readFile(join(folder(), `${name}.key`), 'utf8')).toMatch(/^wrapped file:[0-9a-f]{16} /);
    await going.says('still here');
    expect(await opensInAnother()).toBe(true);
  });

  it('is changed again after a run that was killed between two keys, by the next run', async () => {
    const ring = await keyring();
    await ring.findOrMake('2099-01-01');
    await (await rotation(ring)).setMainKey(fileKey('second'));
    const rewrap = ring.rewrap.bind(ring);
    let left = 1;
    ring.rewrap = (name) => (left-- > 0 ? rewrap(name) : Promise.reject(new Error('killed')));
    await expect((await rotation(ring)).rewrapAll(quiet)).rejects.toThrow('killed');
    expect(await opensInAnother()).toBe(true);
    const rotate = await rotation();
    expect(await rotate.forgetFormer()).toEqual([]);
    await rotate.rewrapAll(quiet);
    expect(await rotate.forgetFormer()).toEqual([fileKey('first')]);
    expect(await deployment.database.count(`audit_entry where action = 'main_key_forgotten'`)).toBe(1);
    await rm(fileKey('first').slice('file:'.length));
    expect(await opensInAnother()).toBe(true);
    expect((await readdir(folder())).filter((file) => file.startsWith('.'))).toEqual([]);
  });

  it('is refused at a start while it is gone or a former one is still needed, in words that say what to do', async () => {
    const { mainKeys } = await keyring();
    const place = fileKey('second').slice('file:'.length);
    const key = await readFile(place, 'utf8');
    await rm(place);
    await expect(deployment.startGateway()).rejects.toThrow(
      /^The keyring in .*: the main key file:.*second\.main cannot be used: there is no file/,
    );
    await writeFile(place, key);
    await mainKeys.make(fileKey('third'));
    await mainKeys.save({ current: fileKey('third'), former: [] });
    await expect(deployment.startGateway()).rejects.toThrow(
      /^The keyring in .* still needs a main key .*main-key\.json does not list it\. Put it back/,
    );
    await mainKeys.save({ current: fileKey('third'), former: [fileKey('second')] });
    await deployment.startGateway();
    expect(deployment.log.lines.join('')).toContain('does not wrap yet: keys:rotate goes on');
    expect(await opensInAnother()).toBe(true);
  });

  if (softHsmModule === undefined)
    it.todo(
      'moves into a security module: SoftHSM or pkcs11js is not installed here (apt-get install softhsm2 g++, npm ci)',
    );
  else
    it('moves into a security module and back, and a process that starts opens what was sealed before', async () => {
      const rotate = await rotation();
      const place = 'pkcs11:token=warmline;object=main-2026';
      expect(await rotate.setMainKey(place)).toBe(true);
      await rotate.rewrapAll(quiet);
      expect(await rotate.forgetFormer()).toEqual([fileKey('third'), fileKey('second')]);
      await deployment.startGateway();
      expect(await opensInAnother()).toBe(true);
      await going.says('and now');
      await rotate.setMainKey(null);
      await rotate.rewrapAll(quiet);
      expect(await rotate.forgetFormer()).toEqual([place]);
      expect(await opensInAnother()).toBe(true);
      expect((await rows()).map(({ reason }) => reason).filter(Boolean)).toEqual([
        'by_file',
        'by_file',
        'by_pkcs11',
        'by_none',
      ]);
    });
});
