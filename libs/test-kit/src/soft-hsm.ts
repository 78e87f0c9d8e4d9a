import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MODULES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
];
const PIN = '740915';

/** A token of SoftHSM: a security module in software, with nothing on it yet. */
export interface SoftToken {
  readonly module: string;
  readonly pin: string;
  /** The name of the token. */
  readonly token: string;
  readonly end: () => Promise<void>;
}

/** npm leaves it out where there is no compiler for it. */
const hasDriver = (): boolean => {
  try {
    createRequire(import.meta.url)('pkcs11js');
    return true;
  } catch {
    return false;
  }
};

/**
 * The file of SoftHSM on this machine. Undefined where the package softhsm2 or pkcs11js is not installed, and where an earlier spec
 * of this process had a token: the module does not look for another.
 */
export const softHsmModule =
  process.env['SOFTHSM2_CONF'] === undefined
    ? MODULES.find((file) => existsSync(file) && hasDriver())
    : undefined;

/** Makes a token for this process, which can have one at a time: the module reads where it is when it is loaded. */
export const makeSoftToken = async (module: string): Promise<SoftToken> => {
  const folder = await mkdtemp(join(tmpdir(), 'warmline-hsm-'));
  const configuration = join(folder, 'softhsm2.conf');
  await writeFile(configuration, `directories.tokendir = ${folder}\nobjectstore.backend = file\n`);
  process.env['SOFTHSM2_CONF'] = configuration;
  const token = 'warmline';
  execFileSync('softhsm2-util', ['--init-token', '--free', '--label', token, '--pin', PIN, '--so-pin', PIN], {
    env: process.env,
    stdio: 'pipe',
  });
  return { module, pin: PIN, token, end: () => rm(folder, { recursive: true, force: true }) };
};
