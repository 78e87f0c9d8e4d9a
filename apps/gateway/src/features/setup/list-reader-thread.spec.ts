import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';
import { lists, ROWS_MAX } from '@warmline/setup';
import { stretched } from '@warmline/test-kit';
import { ListReaderThread } from './list-reader-thread';
import { readList, type SentList } from './read-list';

const bytesOf = (body: unknown): Buffer => Buffer.from(JSON.stringify(body));

const shifts = Array.from({ length: ROWS_MAX }, (_, place) => ({
  sign_in_name: `person.${place % 100}`,
  day: '2027-01-01',
  starts: '18:00',
  ends: '21:00',
}));
const asCsv = [Object.keys(shifts[0] ?? {}), ...shifts.map(Object.values)]
  .map((cells) => `${cells.join(',')}\n`)
  .join('');
const common = { version: 3, checkOnly: true };

const file = (text: string, more = {}): SentList => ({
  ...{ kind: 'rota', form: 'file' },
  bytes: bytesOf({ ...common, format: 'csv', mode: 'add', text, ...more }),
});
const rows = (more = {}): SentList => ({
  ...{ kind: 'rota', form: 'rows' },
  bytes: bytesOf({ ...common, rows: shifts, ...more }),
});
const inThread = (sent: SentList) => new ListReaderThread().read(sent);

/** The delay of this turn of the event loop has been counted. */
const sampled = async (delay: IntervalHistogram): Promise<void> => {
  for (const { count } = delay; delay.count === count;) await new Promise(setImmediate);
};

describe('the body of a large list', () => {
  it('is read in a thread as it would be read here, whatever is in it', async () => {
    const sent = [
      rows(),
      file(asCsv, { deletes: 4 }),
      file(`${asCsv}"`),
      rows({ unknown: 1 }),
      rows({ rows: [{ day: '\u0000' }, ...shifts] }),
      { ...rows(), bytes: rows().bytes.subarray(1) },
      { ...rows(), bytes: Buffer.alloc(300_000, 0xff) },
    ];
    const read = await Promise.all(sent.map(inThread));
    expect(read).toEqual(sent.map(readList));
    expect(read.map((one) => ('refusal' in one ? one.refusal : Object.keys(one)[0]))).toEqual([
      'header',
      'header',
      'outcome',
      'malformed',
      'control_character',
      'malformed',
      'malformed',
    ]);
  });

  it('asks to delete nothing where a file does not say how many rows', () => {
    expect(readList(file('day\n2027-01-01\n'))).toMatchObject({ outcome: 'unreadable' });
    expect(readList(file(asCsv))).toMatchObject({ header: { ...common, deletes: 0, mode: 'add' } });
    expect(readList(rows())).toMatchObject({ header: { ...common, mode: 'replace' } });
  });

  it('[OPS2] keeps the event loop for less than 20 ms at a time while it is read', async () => {
    const columns = lists.people.columns.map(({ name }) => name);
    const line = (place: number): string => columns.map((_, column) => `"${place}: ""${column}"""`).join(',');
    const lines = Array.from({ length: ROWS_MAX }, (_, place) => line(place));
    const sent = { ...file([columns.join(','), ...lines].join('\n')), kind: 'people' } as const;
    const longest = async (): Promise<number> => {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await sampled(delay);
      expect(await inThread(sent)).toHaveProperty('header');
      await sampled(delay);
      delay.disable();
      return delay.max / 1e6;
    };
    const readHere = (): number => {
      const began = performance.now();
      readList(sent);
      return performance.now() - began;
    };
    const here = Math.min(readHere(), readHere(), readHere());
    // Another process may have had the processor once or twice, and not each time.
    const kept = Math.min(await longest(), await longest(), await longest());
    expect(kept).toBeLessThan(Math.min(stretched(20), here));
  });
});
