import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeSetUpLink, waitAfterCrash } from './services.ts';
import { readSettings } from './settings.ts';

it('a crashed service is soon started again, each further time a little later', () => {
  const waits = [1, 2, 3, 4, 5].map((times) =>
    waitAfterCrash(Array.from({ length: times }, (_, i) => i * 1_000)),
  );
  expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000]);
});

it('the sixth crash within a minute is one too many', () => {
  expect(waitAfterCrash([0, 1_000, 2_000, 3_000, 4_000, 59_999])).toBeUndefined();
});

it('crashes of more than a minute ago do not count', () => {
  expect(waitAfterCrash([0, 1_000, 2_000, 3_000, 4_000, 90_000])).toBe(250);
});

it('[PRV3] the link of the first administrator is shown and does not stay in the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warmline-'));
  const log = join(folder, 'migrate.log');
  const link = 'http://localhost:3000/console/set-up#setup=abc-_123';
  writeFileSync(log, `12 migrations applied\n\n  ${link}\n`);
  expect(takeSetUpLink(log)).toBe(link);
  expect(readFileSync(log, 'utf8')).not.toContain('abc-_123');
  expect(takeSetUpLink(log)).toBeUndefined();
  rmSync(folder, { recursive: true });
});

it('the demo is on unless it is turned off, and a slip starts neither', () => {
  expect([{}, { WARMLINE_DEMO: '1' }, { WARMLINE_DEMO: '0' }].map((env) => readSettings(env).isDemo)).toEqual(
    [true, true, false],
  );
  expect(() => readSettings({ WARMLINE_DEMO: 'no' })).toThrow('WARMLINE_DEMO is 1 for the demo, or 0');
});
