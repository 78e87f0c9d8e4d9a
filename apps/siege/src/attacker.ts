// The attacker: a process of its own that makes one attack, prints what came of it as a line of JSON, and ends.
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { NICEST } from './attack/attacker-priority';
import { KINDS } from './attack/kinds';
import { Stranger, type Orders } from './attack/stranger';

/** How often it looks whether it is let run (ms). */
const LOOK_EVERY = 20;
/** Answers may come late; then it ends whatever is still open (ms). */
const GRACE = 3_000;

const isOrders = (value: unknown): value is Orders =>
  typeof value === 'object' && value !== null && 'kind' in value && 'block' in value;

const orders: unknown = JSON.parse(process.argv[2] ?? 'null');
if (!isOrders(orders)) throw new Error('The orders of an attack are its only argument.');
const kind = KINDS.find(({ name }) => name === orders.kind);
if (kind === undefined) throw new Error(`There is no attack ${orders.kind}.`);

/** Linux gives each session of processes an equal share, whatever the priority of one of them: so the session gets it too. */
const comeAfterOthers = (): void => {
  setPriority(NICEST);
  try {
    writeFileSync('/proc/self/autogroup', String(NICEST));
  } catch {
    // A system without such shares, where the priority is enough.
  }
};

comeAfterOthers();
const stranger = new Stranger(orders);
const startedAt = performance.now();
const usedBefore = process.cpuUsage();
let lateMs = 0;
let lookedAt = startedAt;
setInterval(() => {
  const now = performance.now();
  lateMs += Math.max(0, now - lookedAt - LOOK_EVERY);
  lookedAt = now;
}, LOOK_EVERY);
const end = (): void => {
  const { user, system } = process.cpuUsage(usedBefore);
  const cpuMs = (user + system) / 1_000;
  // It was late because it ran, or because it could not.
  const waitedMs = Math.max(0, lateMs - cpuMs);
  const [cpu, waited] = [cpuMs, waitedMs].map((ms) => ms / (performance.now() - startedAt));
  process.stdout.write(`${JSON.stringify({ cpu, waited, tally: stranger.tally })}\n`);
  process.exit(0);
};
setTimeout(end, orders.seconds * 1_000 + GRACE);
await kind.run(stranger);
end();
