import { createRequire } from 'node:module';

/** @type {{ default: new () => import('@jest/test-sequencer').default }} Its types know only its older form of a module. */
const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** Specs that stop the servers of a whole Warmline: short files that wait for its deadlines, up to a minute each. */
const WAITS_LONG = '/apps/gateway/test/';

/** Jest begins with the largest files; what waits long begins before them, so that nothing waits alone at the end. */
export default class Order extends Sequencer {
  /** @override @param {import('@jest/test-result').Test[]} tests */
  async sort(tests) {
    const sorted = await super.sort(tests);
    /** @param {{ path: string }} test */
    const waitsLong = ({ path }) => path.includes(WAITS_LONG);
    return [...sorted.filter(waitsLong), ...sorted.filter((test) => !waitsLong(test))];
  }
}
