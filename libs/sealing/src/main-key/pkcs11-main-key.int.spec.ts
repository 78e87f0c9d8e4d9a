import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { softHsmModule, softToken } from '@warmline/test-kit';
import { Keyring } from '../keyring';
import { describeMainKey } from '../testing/main-key.contract';
import type { Pkcs11Access } from './main-key';

const aSecurityModule = (module: string): void => {
  const soft = softToken(module);
  let scratch: string;
  let number = 0;
  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'warmline-keyrings-'));
  });
  afterAll(async () => {
    await rm(scratch, { recursive: true, force: true });
  });

  describeMainKey('in a security module', () => {
    number += 1;
    const object = (which: string) => `pkcs11:token=${soft.token};object=main-${number}-${which}`;
    const folder = join(scratch, `keyring-${number}`);
    return Promise.resolve({ folder, pkcs11: soft, places: [object('a'), object('b')] });
  });

  it('says what is wrong with the settings, the token, the key or the module', async () => {
    const open = async (place: string, pkcs11: Pkcs11Access | null) =>
      (await Keyring.openFolder(join(scratch, 'keyring'), pkcs11)).mainKeys.open(place);
    const place = 'pkcs11:token=warmline;object=main';
    await expect(open(place, null)).rejects.toThrow('set KEYRING_PKCS11_MODULE and KEYRING_PKCS11_PIN');
    await expect(open('pkcs11:token=other;object=main', soft)).rejects.toThrow('no token called other');
    await expect(open(place, soft)).rejects.toThrow('has no key called main');
    await expect(open(place, { ...soft, module: '/nowhere.so' })).rejects.toThrow('/nowhere.so answers');
  });
};

if (softHsmModule === undefined)
  it.todo(
    'a main key in a security module: SoftHSM or pkcs11js is not installed here (apt-get install softhsm2 g++, npm ci)',
  );
else aSecurityModule(softHsmModule);
