import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A new password that needs no quoting in a URL or a configuration file. */
export const newPassword = () => randomBytes(24).toString('hex');

/**
 * @param {string} file made anew, so that nobody holds an older one open
 * @param {string} secret
 * @param {{ uid?: number, gid?: number }} [account] who else than this user shall read it
 */
export function writeSecret(file, secret, account = {}) {
  rmSync(file, { force: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
}

/**
 * @param {string} file
 * @returns {string} '' when there is none
 */
export function readSecret(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}
