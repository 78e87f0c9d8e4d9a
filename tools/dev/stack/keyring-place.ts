import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';

interface Place {
  readonly dataDir: string;
  /** Where the keyring should be. */
  readonly keyringDir: string;
}

const hasKeys = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/**
 * Finds the keyring, or makes its folder. Version 0.2 kept it in the data folder, where a backup of the data took the keys along;
 * such a keyring is moved out. Where nothing can be made outside, it stays in the data folder.
 *
 * @param say tells a person
 * @returns where the keyring is
 */
export function placeKeyring({ dataDir, keyringDir }: Place, say: (line: string) => void): string {
  const old = join(dataDir, 'keyring');
  if (old === keyringDir) return keyringDir;
  const isOld = hasKeys(old);
  if (isOld && hasKeys(keyringDir)) {
    say(`  ! There are two keyrings: ${keyringDir} is used, ${old} is not.`);
    return keyringDir;
  }
  try {
    // A rename is one step: no moment has half of the keys.
    if (isOld) renameSync(old, keyringDir);
    else mkdirSync(keyringDir, { recursive: true, mode: 0o700 });
  } catch {
    say(`  ! The keyring is in ${old}, beside the data it opens: ${keyringDir} cannot be made.`);
    say('    Name another place with KEYRING_DIR.');
    return old;
  }
  if (isOld)
    say(`  ! The keyring was moved to ${keyringDir}, out of the data. Back it up apart from the data.`);
  return keyringDir;
}
