// The attacker: a process of its own that makes one attack, prints what came of it as a line of JSON, and ends.
import { setPriority } from 'node:os';
import { KINDS } from './attack/kinds';
import { Stranger, type Orders } from './attack/stranger';

/** A stranger's own machine takes nothing from the server's, so here they come after everyone else. */
const AFTER_OTHERS = 5;
/** Answers may come late; then it ends whatever is still open (ms). */
const GRACE = 3_000;

const isOrders = (value: unknown): value is Orders =>
  typeof value === 'object' && value !== null && 'kind' in value && 'block' in value;

const orders: unknown = JSON.parse(process.argv[2] ?? 'null');
if (!isOrders(orders)) throw new Error('The orders of an attack are its only argument.');
const kind = KINDS.find(({ name }) => name === orders.kind);
if (kind === undefined) throw new Error(`There is no attack ${orders.kind}.`);

setPriority(AFTER_OTHERS);
const stranger = new Stranger(orders);
const end = (): void => {
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${JSON.stringify({ cpuMs: (user + system) / 1_000, tally: stranger.tally })}\n`);
  process.exit(0);
};
setTimeout(end, orders.seconds * 1_000 + GRACE);
await kind.run(stranger);
end();
