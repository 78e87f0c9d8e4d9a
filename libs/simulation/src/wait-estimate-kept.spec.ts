import { MINUTE, SECOND } from '@warmline/kernel';
import { USUAL_CELL } from './cell';
import { judgedOf, keptShare } from './goals/measures';
import { share } from './goals/statistics';
import { simulate } from './simulate';

/** Small enough for a test, with as many who wait as who find a free slot; its seed was not used to tune anything. */
const run = simulate({ ...USUAL_CELL, responders: 4, load: 1.6, days: 24, seed: 40_404 });
const judged = judgedOf(run);
const inLine = judged.filter(({ record }) => record.announced.raw > 0);
const leavers = run.records.filter(({ ending }) => ending?.kind === 'left');

describe('the wait estimate in a simulated service', () => {
  it('[RTE4] is kept four times of five, 3 % more or less, those who left counted by the wait they would have had', () => {
    expect(judged.length).toBeGreaterThan(4_000);
    expect(Math.abs(keptShare(judged) - 0.8)).toBeLessThanOrEqual(0.03);
  });

  it('[RTE4] is kept as often to those who have to wait, and to those of them who gave up', () => {
    expect(inLine.length).toBeGreaterThan(2_000);
    expect(Math.abs(keptShare(inLine) - 0.8)).toBeLessThanOrEqual(0.03);
  });

  it('[RTE4] knows how long almost everyone who left would have waited', () => {
    expect(leavers.length).toBeGreaterThan(800);
    expect(share(leavers, ({ trueWait }) => trueWait !== null)).toBeGreaterThan(0.99);
  });

  it('[RTE4] the computed wait of a leaver is no less than their real wait, and no more than the next visitor’s', () => {
    const [standard, open] = [run.records.filter(({ contact }) => contact.band === 3), 45 * SECOND];
    const some = leavers
      .filter(({ contact }) => contact.band === 3 && contact.topics.length === 0)
      .slice(0, 200);
    for (const { contact, trueWait } of some) {
      if (trueWait === null) continue;
      const leftAt = contact.arrivesAt + contact.patience;
      // Accepted longer after they left than an offer is open: offered after they left.
      const next = standard
        .filter(
          ({ contact: other, ending }) => ending?.kind === 'answered' && other.arrivesAt > contact.arrivesAt,
        )
        .flatMap(({ ending }) => (ending !== null && ending.at > leftAt + open ? [ending.at] : []));
      expect(trueWait * MINUTE).toBeGreaterThanOrEqual(contact.patience - 1);
      expect(contact.arrivesAt + trueWait * MINUTE).toBeLessThanOrEqual(Math.min(...next) + 1);
    }
  });

  it('[RTE4] says nothing before fifty waits are over', () => {
    const early = run.records.slice(0, 40);
    expect(early.every(({ announced }) => announced.bound === null)).toBe(true);
    expect(run.records.slice(400).every(({ announced }) => announced.bound !== null)).toBe(true);
  });
});
