import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** The file of SoftHSM on this machine. Undefined where the package softhsm2 or pkcs11js is not installed. */
export const softHsmModule = MODULES.find((file) => existsSync(file) && hasDriver());

/** The module reads where its tokens are once, when a process loads it: every spec of a process has the same token. */
const FOLDER = join(tmpdir(), `warmline-hsm-${process.pid}`);

/** The token of this process, which is gone with the process. Name the keys on it so that no two specs share one. */
export const softToken = (module: string): SoftToken => {
  const token = { module, pin: PIN, token: 'warmline' };
  const configuration = join(FOLDER, 'softhsm2.conf');
  process.env['SOFTHSM2_CONF'] = configuration;
  if (existsSync(configuration)) return token;
  mkdirSync(FOLDER, { mode: 0o700 });
  writeFileSync(configuration, `directories.tokendir = ${FOLDER}\nobjectstore.backend = file\n`);
  const label = ['--label', token.token, '--pin', PIN, '--so-pin', PIN];
  execFileSync('softhsm2-util', ['--init-token', '--free', ...label], { env: process.env, stdio: 'pipe' });
  process.once('exit', () => rmSync(FOLDER, { recursive: true, force: true }));
  return token;
};
