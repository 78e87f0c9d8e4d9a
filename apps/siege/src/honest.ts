// Honest visitors and staff: a process of its own. It writes a line of JSON for each act until it is stopped.
// Arguments: address of the gateway, file of the sign-ins.
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { oldestUnderWay } from './honest/note';
import type { Person } from './honest/sign-in';
import { keepSigningIn, keepWatching } from './honest/staff';
import { keepVisiting } from './honest/visitors';

/** Visitors at a time, how they are spread when they begin (ms), and the pause between visits (ms). */
const VISITORS = 4;
const APART = 350;
const SIGN_INS_APART = 3_000;
const PAUSE = 400;
const DANGER_PAUSE = 1_500;

const isPerson = (value: unknown): value is Person =>
  typeof value === 'object' &&
  value !== null &&
  'signInName' in value &&
  'password' in value &&
  'role' in value;

const [url = '', file = ''] = process.argv.slice(2);
const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
const people = Array.isArray(read) ? read.filter(isPerson) : [];
const supervisor = people.find(({ role }) => role === 'supervisor');
if (supervisor === undefined) throw new Error(`${file} has no supervisor.`);

setInterval(() => process.stdout.write(`${JSON.stringify({ oldest: oldestUnderWay() })}\n`), 500);
const everyone: Promise<never>[] = [keepWatching(url, supervisor)];
for (let count = 0; count < VISITORS; count += 1) {
  everyone.push(keepVisiting(url, 'visitor', PAUSE));
  await delay(APART);
}
everyone.push(keepVisiting(url, 'danger', DANGER_PAUSE));
for (const person of people.filter((other) => other !== supervisor)) {
  everyone.push(keepSigningIn(url, person));
  await delay(SIGN_INS_APART);
}
await Promise.all(everyone);
