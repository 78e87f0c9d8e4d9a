import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: run \`npm run test:e2e\``);
  return value;
};

/** Where Warmline runs, without a slash at the end. */
export const warmlineUrl = (): string => given('WARMLINE_URL').replace(/\/$/, '');

export const chromiumPath = (): string => process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

export interface SignIn {
  readonly name: string;
  readonly role: 'responder' | 'supervisor';
  readonly signInName: string;
  readonly password: string;
}

/** Someone of the demo's staff. */
export const signInOf = (name: string): SignIn => {
  const staff = JSON.parse(readFileSync(given('DEMO_SIGN_INS_FILE'), 'utf8')) as SignIn[];
  const found = staff.find((person) => person.name === name);
  if (found === undefined) throw new Error(`nobody called ${name} works at the demo`);
  return found;
};

interface Children {
  readonly children: readonly { readonly name: string; readonly pid: number }[];
}

/** The process id of a service as the start script wrote it down; changes when it is started again. */
export const pidOf = (service: 'gateway' | 'worker' | 'postgres'): number | null => {
  const { children } = JSON.parse(
    readFileSync(join(given('WARMLINE_DATA_DIR'), 'children.json'), 'utf8'),
  ) as Children;
  return children.find(({ name }) => name === service)?.pid ?? null;
};
