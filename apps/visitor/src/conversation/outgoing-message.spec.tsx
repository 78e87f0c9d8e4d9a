import { jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/preact';
import { openPage } from '../testing/open-page';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => {
  cleanup();
  jest.useRealTimers();
  sessionStorage.clear();
});

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

const withUnsent = async (...bodies: readonly string[]) => {
  const page = openPage();
  await act(() => page.visit.start('unsaid', ''));
  await pass(0);
  page.service.refusing = { command: 'message:send', refusal: 'too_fast' };
  await act(() => {
    const stage = page.visit.stage.get();
    if (stage.name === 'chat') for (const body of bodies) stage.chat.queue.add(body);
  });
  await pass(4_100);
  return page;
};
const press = (button: HTMLElement | undefined) => act(() => button?.click());

describe('a message that is not sent yet', () => {
  it('[MSG5] an unsent message says why, keeps its text, and can be tried at once', async () => {
    const { service } = await withUnsent('one', 'two');
    expect(screen.getByText(/That was a lot at once/)).toBeTruthy();
    expect(screen.getByText('Not sent yet. We keep trying.')).toBeTruthy();
    service.refusing = null;
    await press(screen.getByRole('button', { name: 'Try now' }));
    await pass(0);
    expect(service.entries.map((entry) => (entry.kind === 'message' ? entry.body : ''))).toEqual([
      'one',
      'two',
    ]);
    expect(screen.getAllByText('one')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
  });

  it('can be changed or taken back, and is then not sent', async () => {
    const { service } = await withUnsent('one', 'two');
    await press(screen.getAllByRole('button', { name: 'Change it' })[0]);
    expect(screen.getByRole('textbox', { name: 'Your message' })).toHaveProperty('value', 'one');
    await press(screen.getByRole('button', { name: 'Remove it' }));
    service.refusing = null;
    await pass(30_000);
    expect(service.entries).toEqual([]);
  });
});
