import { screen, within } from '@testing-library/react';
import type { ReadinessView } from '@warmline/contracts';
import { READINESS_CHECKS, type ReadinessCheck } from '@warmline/vocabulary';
import type { ConsoleParts } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const NEEDED: readonly ReadinessCheck[] = ['numbers', 'wording', 'test_chat'];
const CLOSED = (why: ReadinessView['opening']['why']) => ({ state: 'closed', why, takes: 'nobody' }) as const;
const viewWithout = (missing: readonly ReadinessCheck[], openedAt: number | null = null): ReadinessView => ({
  now: START,
  openedAt,
  opening: openedAt === null ? CLOSED('not_opened') : CLOSED('nobody_on'),
  lines: READINESS_CHECKS.map((check) => ({
    check,
    isDone: !missing.includes(check),
    isNeeded: NEEDED.includes(check),
    isAsked: true,
    count: check === 'administrators' ? 1 : null,
    at: null,
    by: null,
    isOutdated: false,
  })),
  about: {
    numbers: 'a'.repeat(64),
    wording: 'b'.repeat(64),
    backup: 'c'.repeat(64),
    always_open: 'd'.repeat(64),
  },
});

/** Answers what the test put there, and keeps what was asked. */
class ReadinessService extends FakeService {
  view: ReadinessView = viewWithout(['numbers', 'backup']);
  confirms: 'confirmed' | 'outdated' = 'confirmed';
  readonly sent: unknown[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (!path.startsWith('/api/readiness')) return usual.fetch(path, request);
        if (request?.method !== 'POST') return Promise.resolve(httpAnswer(200, this.view));
        this.sent.push([path, JSON.parse(typeof request.body === 'string' ? request.body : '')]);
        const outcome = path.endsWith('/open') ? 'opened' : this.confirms;
        return Promise.resolve(httpAnswer(200, { outcome, view: this.view }));
      },
    };
  }
}

const opened = async (view?: ReadinessView) => {
  const service = new ReadinessService();
  service.session = { staff: KIT };
  if (view !== undefined) service.view = view;
  const page = { ...openConsole('/setup/ready', service), service };
  await screen.findByRole('heading', { name: 'Ready to open', level: 1 });
  await screen.findByText(/are done\.$/);
  return page;
};
const lineOf = (name: string): HTMLElement => {
  const line = screen.getByRole('heading', { name, level: 2 }).closest('li');
  if (line === null) throw new Error(`${name} is a line of the list`);
  return line;
};

describe('ready to open', () => {
  it('says of each line whether it is done, and leads to the page that cures it', async () => {
    await opened();
    await expectNoBarriers();
    expect(screen.getByText('8 of 10 are done.')).toBeInstanceOf(HTMLElement);
    const numbers = within(lineOf('Numbers checked'));
    expect(numbers.getByText('Needed before opening')).toBeInstanceOf(HTMLElement);
    expect(numbers.getByRole('link', { name: 'Go to Your charity' }).getAttribute('href')).toMatch(
      /\/setup\/charity$/,
    );
    expect(within(lineOf('Two administrators')).getByText('There is 1 administrator.')).toBeInstanceOf(
      HTMLElement,
    );
  });

  it('says what the demo does not ask for, without counting it as done, and what is only advised', async () => {
    const view = viewWithout(['backup']);
    const lines = view.lines.map((line) => ({ ...line, isAsked: line.check !== 'second_factors' }));
    await opened({ ...view, lines });
    expect(screen.getByText('8 of 9 are done.')).toBeInstanceOf(HTMLElement);
    const factors = within(lineOf('A second factor for everyone'));
    expect(factors.getByText('Not asked for in the demo')).toBeInstanceOf(HTMLElement);
    expect(factors.queryByText('Done')).toBeNull();
    expect(within(lineOf('A backup')).getByText('Advised')).toBeInstanceOf(HTMLElement);
  });

  it('is where an administrator begins while the service was never open', async () => {
    const service = new ReadinessService();
    service.session = { staff: KIT };
    openConsole('/', service);
    expect(await screen.findByRole('heading', { name: 'Ready to open', level: 1 })).toBeInstanceOf(
      HTMLElement,
    );
    await screen.findByText(/are done\.$/);
  });

  it('keeps the word of a person for what the server cannot see', async () => {
    const { user, service } = await opened();
    service.view = viewWithout(['backup']);
    await user.click(screen.getByRole('button', { name: 'I have checked every number' }));
    expect(await screen.findByText('9 of 10 are done.')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([['/api/readiness/confirm', { what: 'numbers', about: 'a'.repeat(64) }]]);
  });

  it('confirms nothing that has changed since it was shown, and says so', async () => {
    const { user, service } = await opened();
    service.confirms = 'outdated';
    const view = viewWithout(['numbers', 'backup']);
    service.view = { ...view, about: { ...view.about, numbers: 'e'.repeat(64) } };
    const button = screen.getByRole('button', { name: 'I have checked every number' });
    await user.click(button);
    expect(await screen.findByText(/^It has changed since this page opened/)).toBeInstanceOf(HTMLElement);
    service.confirms = 'confirmed';
    service.view = viewWithout(['backup']);
    await user.click(button);
    expect(await screen.findByText('9 of 10 are done.')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/^It has changed since/)).toBeNull();
    expect(service.sent).toContainEqual([
      '/api/readiness/confirm',
      { what: 'numbers', about: 'e'.repeat(64) },
    ]);
  });

  it('does not open while something is missing that protects people', async () => {
    await opened();
    expect(screen.getByText(/Still needed: Numbers checked\./)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Open the chat' }).disabled).toBe(true);
  });

  it('names what else is missing before it opens', async () => {
    const { user, service } = await opened(viewWithout(['backup']));
    await user.click(screen.getByRole('button', { name: 'Open the chat' }));
    const dialog = await screen.findByRole('dialog', { name: 'Open without these?' });
    expect(within(dialog).getByText(/Not done: A backup\./)).toBeInstanceOf(HTMLElement);
    service.view = viewWithout(['backup'], START);
    await user.click(within(dialog).getByRole('button', { name: 'Open anyway' }));
    const told = await screen.findByText(/^The chat was opened/);
    expect(told.textContent).toMatch(
      /Visitors are told now that the chat is closed, because no one is on shift\.$/,
    );
    expect(service.sent).toEqual([['/api/readiness/open', { missing: ['backup'] }]]);
  });
});
