import { screen, waitFor, within } from '@testing-library/react';
import { aReport } from '../../testing/a-report';
import { aWallboard } from '../../testing/a-wallboard';
import { expectNoBarriers } from '../../testing/barriers';
import { MINUTE, START } from '../../testing/builders';
import type { FakeService } from '../../testing/fake-service';
import { openSupervising } from '../../testing/open-console';
import { reportCsv } from './report-csv';

const open = (prepare: (service: FakeService) => void = () => {}) =>
  openSupervising('Today', (service) => {
    service.wallboard = aWallboard();
    service.report = aReport();
    prepare(service);
  });

const figure = async (region: string, title: string): Promise<HTMLElement> => {
  const part = await screen.findByRole('region', { name: region });
  const heading = within(part).getByRole('heading', { name: new RegExp(`^${title}`) });
  const found = heading.closest('li');
  if (found === null) throw new Error(`${title} is nowhere`);
  return found;
};

const dates = async (from: string, until: string, { user }: Awaited<ReturnType<typeof open>>) => {
  await user.click(screen.getByRole('radio', { name: 'Choose dates' }));
  const [first, last] = [screen.getByLabelText('From'), screen.getByLabelText('Until')];
  await user.clear(first);
  await user.clear(last);
  if (from !== '') await user.type(first, from);
  if (until !== '') await user.type(last, until);
  await user.click(screen.getByRole('button', { name: 'Show these days' }));
};

describe('today', () => {
  it('says of every figure what it means, where it should be, and whether it is', async () => {
    await open();
    const answered = await figure('Answering people', 'Answer rate');
    expect(answered.textContent).toMatch(/83 %.*33 of 40.*below target.*target: at least 90 %/);
    expect(answered.textContent).toContain('Reach rate 63 % (33 of 52)');
    expect(answered.textContent).toContain('a responder must have written');
    expect((await figure('Answering people', 'Time to an answer')).textContent).toMatch(
      /4 min.*above target/,
    );
    expect((await figure('Conversations', 'Reply gap')).textContent).toContain('half of 400 replies');
    await expectNoBarriers(screen.getByRole('main'));
  });

  it('rounds no rate to a target that it does not reach', async () => {
    await open((service) => {
      service.report = aReport({
        answerRate: { part: 111, of: 124, least: 0.9, most: null },
        leftWaiting: { part: 19, of: 125, least: null, most: 0.15 },
      });
    });
    expect((await figure('Answering people', 'Answer rate')).textContent).toMatch(/89\.5 %.*below target/);
    expect((await figure('Answering people', 'Left while waiting')).textContent).toMatch(
      /15\.2 %.*above target/,
    );
  });

  it('shows no split of a few people, nor how many they are, and says so', async () => {
    await open();
    const level = await figure('Answering people', 'Service level');
    expect(level.textContent).toContain('Answer first: too few to show');
    expect((await figure('The team', 'Help calls')).textContent).toContain('Urgent: too few to show');
    expect(screen.getByRole('main').textContent).not.toMatch(/too few to show \(/);
  });

  it('shows nothing of one contact but that there are too few', async () => {
    const one = { part: null, of: null, least: 0.9, most: null };
    await open((service) => {
      service.report = aReport({ answerRate: one, reachRate: one });
    });
    const answered = await figure('Answering people', 'Answer rate');
    expect(answered.textContent).toContain('too few to show');
    expect(answered.textContent).not.toMatch(/100 %|1 of 1|target: .*on target/);
  });

  it('marks too much to do, and never too little', async () => {
    await open();
    expect((await figure('The team', 'Occupancy')).textContent).not.toMatch(/(below|above) target/);
    expect((await figure('Conversations', 'Unfinished endings')).textContent).not.toMatch(
      /(below|above) target/,
    );
  });

  it('says how many breaks began on time, and that none came due', async () => {
    await open();
    expect((await figure('The team', 'Breaks kept')).textContent).toMatch(
      /90 %.*18 of 20 breaks on time.*below target.*target: at least 95 %/,
    );
  });

  it('says that no break came due, and that there were too few', async () => {
    const kept = { part: null, of: 0, least: 0.95, most: null };
    const { service, user } = await open((fake) => {
      fake.report = aReport({ breaks: { kept, onTime: 15 * MINUTE } });
    });
    expect((await figure('The team', 'Breaks kept')).textContent).toContain('no break came due');
    service.report = aReport({ breaks: { kept: { ...kept, of: null }, onTime: 15 * MINUTE } });
    await user.click(screen.getByRole('radio', { name: '7 days' }));
    await waitFor(async () =>
      expect((await figure('The team', 'Breaks kept')).textContent).toContain('too few to show'),
    );
  });

  it('says how many contacts of these days are erased and not counted, on the page and in the file', async () => {
    await open((service) => {
      service.report = aReport({ erased: 12 });
    });
    expect(await screen.findByText(/^12 older contacts of these days are erased/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(reportCsv(aReport({ erased: 12 }))).toContain('which no figure counts",12\r\n');
  });

  it('gives the longest wait the target that the queue shows, and the service level its own limits', async () => {
    await open();
    expect((await figure('Right now', 'Longest wait now')).textContent).toMatch(
      /the one that the queue shows beside each person: 1, 3 and 10 minutes/,
    );
    expect((await figure('Answering people', 'Service level')).textContent).toMatch(/5 for answer soon/);
  });

  it('says that visitors are not asked yet', async () => {
    await open();
    expect((await figure('Visitors', 'What visitors said')).textContent).toContain('not asked yet');
  });

  it('shows what visitors answered from thirty answers on, and how many did', async () => {
    await open((service) => {
      const shown = { least: null, most: null };
      service.report = aReport({
        survey: {
          asked: 120,
          better: { ...shown, part: 21, of: 35 },
          listened: { ...shown, part: null, of: 29 },
        },
      });
    });
    const { textContent: text } = await figure('Visitors', 'What visitors said');
    expect(text).toMatch(
      /60 %.*felt better: 60 %.*felt listened to: too few to show.*answers: 35, asked: 120/,
    );
  });

  it('tells the course of the day as a table, newest first', async () => {
    await open();
    const course = within(await screen.findByRole('group', { name: 'Hour by hour as a table' }));
    const rows = course.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/1411under 10–50 %$/);
    expect(rows[3]).toMatch(/12 min–$/);
  });

  it('says each thing once', async () => {
    await open();
    await screen.findByRole('region', { name: 'The team' });
    const titles = screen
      .getAllByRole('heading')
      .map((heading) => heading.querySelector('.ui-term__word')?.textContent ?? heading.textContent);
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
  });
});

describe('the days of today', () => {
  it('asks for the days that are chosen, and keeps them in the address', async () => {
    const { user, service, address } = await open();
    await screen.findByRole('region', { name: 'The team' });
    await user.click(screen.getByRole('radio', { name: '28 days' }));
    expect(await screen.findByRole('radio', { name: '28 days', checked: true })).toBeInstanceOf(HTMLElement);
    expect(service.reports).toEqual(['days=1', 'days=28']);
    expect(address()).toContain('days=28');
    expect(screen.queryByRole('region', { name: 'Right now' })).toBeNull();
  });

  it('shows the dates that are chosen', async () => {
    const opened = await open();
    await screen.findByRole('region', { name: 'The team' });
    await dates('2026-02-01', '2026-02-07', opened);
    await screen.findByRole('region', { name: 'The team' });
    expect(opened.service.reports.at(-1)).toBe('from=2026-02-01&until=2026-02-07');
  });

  it.each([
    ['', '2026-02-07', 'Enter a date.'],
    ['2026-02-07', '2026-02-01', 'The first day is after the last one.'],
    ['2026-03-03', '2026-03-04', 'This day is still to come.'],
    ['2025-06-01', '2026-02-01', 'Choose at most 92 days.'],
  ])('says what is wrong with %s to %s, and keeps what was entered', async (from, until, words) => {
    const opened = await open();
    await screen.findByRole('region', { name: 'The team' });
    await dates(from, until, opened);
    expect(await screen.findByText(words)).toBeInstanceOf(HTMLElement);
    expect(screen.getByLabelText('Until')).toHaveProperty('value', until);
    expect(opened.service.reports).toEqual(['days=1']);
  });

  it('says that there are no figures, and tries again', async () => {
    const { user, service } = await open((fake) => {
      fake.report = null;
    });
    expect(await screen.findByText('We could not load the figures. Try again.')).toBeInstanceOf(HTMLElement);
    service.report = aReport();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'The team' })).toBeInstanceOf(HTMLElement);
  });
});

describe('right now', () => {
  it('counts up the longest wait, and gets every change by push', async () => {
    const { pass, happens, service } = await open();
    expect((await figure('Right now', 'Longest wait now')).textContent).toContain('24 min');
    await pass(2 * MINUTE);
    expect((await figure('Right now', 'Longest wait now')).textContent).toContain('26 min');
    await happens(() =>
      service.tell(
        'wallboard:changed',
        aWallboard({
          now: START + 3 * MINUTE,
          waiting: aWallboard().waiting.map((band) => ({ ...band, waiting: 0, longestSince: null })),
        }),
      ),
    );
    expect((await figure('Right now', 'Waiting now')).querySelector('.tile__value')?.textContent).toBe('0');
    expect(service.of('wallboard:open')).toHaveLength(1);
  });

  it('says how old it is while offline, and reloads on reconnecting', async () => {
    const { service, happens, pass } = await open();
    await screen.findByRole('region', { name: 'The team' });
    await happens(() => service.goDown());
    expect(screen.getByText(/As of/)).toBeInstanceOf(HTMLElement);
    service.comeBack();
    await pass(20_000);
    expect(service.of('wallboard:open').length).toBeGreaterThan(1);
    expect(screen.queryByText(/As of/)).toBeNull();
  });
});

describe('the file of a report', () => {
  it('begins with the days and the rule, and holds each figure with its definition', () => {
    const lines = reportCsv(aReport()).split('\r\n');
    expect(lines[0]).toBe('\uFEFFWarmline figures');
    expect(lines[1]).toBe('Days,2026-03-02');
    expect(lines.find((line) => line.startsWith('Small numbers'))).toContain('fewer than ten');
    const answered = lines.find((line) => line.includes(',Answer rate,'));
    expect(answered).toMatch(
      /^Answering people,Answer rate,83 %,33 of 40,target: at least 90 %,below target,/,
    );
    expect(answered).toContain('a responder must have written');
    expect(lines.find((line) => line.startsWith('Hour,'))).toBe(
      'Hour,Arrived,Answered,Left,9 in 10 within,Occupancy',
    );
    expect(lines.filter((line) => /^\d\d:\d\d,14,11,under 10,/.test(line))).toHaveLength(3);
  });

  it('tells of fewer than ten neither a figure nor how many they were', () => {
    const lines = reportCsv(aReport()).split('\r\n');
    const few = lines.filter((line) => line.includes('too few to show'));
    expect(few).toHaveLength(3);
    expect(few.filter((line) => /\(\d\)|,[1-9],/.test(line))).toEqual([]);
  });
});
