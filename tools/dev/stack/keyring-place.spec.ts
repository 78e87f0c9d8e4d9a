import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeKeyring } from './keyring-place.ts';
import { readSettings } from './settings.ts';

let folder = '';
let settings = readSettings({});
const told: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'warmline-keyring-'));
  settings = readSettings({ WARMLINE_DATA_DIR: join(folder, 'data') });
  told.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const place = (): string => placeKeyring(settings, (line) => told.push(line));
const aKeyringIn = (where: string): void => {
  mkdirSync(where, { recursive: true });
  writeFileSync(join(where, '2099-01-01.key'), 'a key');
};
const keyIn = (where: string): string => readFileSync(join(where, '2099-01-01.key'), 'utf8');

it('a new keyring is beside the data folder, so that a backup of the data has no key', () => {
  expect(place()).toBe(join(folder, 'data-keyring'));
  expect(told).toEqual([]);
});

it('a keyring of version 0.2 is moved out of the data, and that is told once', () => {
  aKeyringIn(join(settings.dataDir, 'keyring'));
  expect(keyIn(place())).toBe('a key');
  expect(existsSync(join(settings.dataDir, 'keyring'))).toBe(false);
  expect(place()).toBe(settings.keyringDir);
  expect(told).toEqual([expect.stringContaining(`moved to ${settings.keyringDir}`)]);
});

it('a keyring that cannot be moved is used where it is, and so is a new one', () => {
  const old = join(settings.dataDir, 'keyring');
  writeFileSync(join(folder, 'a file'), '');
  settings = { ...settings, keyringDir: join(folder, 'a file', 'keys') };
  expect(place()).toBe(old);
  aKeyringIn(old);
  expect(keyIn(place())).toBe('a key');
  expect(told[0]).toContain(`${settings.keyringDir} cannot be made`);
});

it('a keyring that came back with old data replaces none', () => {
  aKeyringIn(settings.keyringDir);
  writeFileSync(join(settings.keyringDir, '2099-01-01.key'), 'the key in use');
  aKeyringIn(join(settings.dataDir, 'keyring'));
  expect(keyIn(place())).toBe('the key in use');
  expect(told).toEqual([expect.stringContaining('two keyrings')]);
});

it('KEYRING_DIR names another place', () => {
  expect(readSettings({ KEYRING_DIR: join(folder, 'keys') }).keyringDir).toBe(join(folder, 'keys'));
});
