import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Account } from './postgres-account.ts';

/** A new password that needs no quoting in a URL or a configuration file. */
export const newPassword = (): string => randomBytes(24).toString('hex');

/**
 * @param file a new file in place of an old one, which another process may hold open
 * @param account who may read it instead of this user
 */
export function writeSecret(file: string, secret: string, account: Account = {}): void {
  rmSync(file, { force: true });
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
}

/** @returns '' when there is none */
export const readSecret = (file: string): string =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
