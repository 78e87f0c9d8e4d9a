import { act, cleanup, screen, within } from '@testing-library/preact';
import { expectNoBarriers } from '../testing/barriers';
import { box, heading, talking } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

const card = () => screen.findByRole('group', { name: 'Are you still there?' });
const press = async (name: string) => within(await card()).getByRole('button', { name });
const noCard = () => screen.queryByRole('group', { name: 'Are you still there?' });
const answersIn = (asked: readonly { readonly command: string; readonly payload: unknown }[]): unknown[] =>
  asked.filter(({ command }) => command === 'silence:answer').map(({ payload }) => payload);
/** The announcer may still hold the same words. */
const inThread = { ignore: '[aria-live]' };

describe('a visitor who has been silent', () => {
  it('[SAF4] is asked whether they are there, beside the box and without losing the focus, and may ask for time again and again', async () => {
    const { service, person, announcer } = await talking();
    await person.click(box());
    await act(() => service.asksIfHere());
    expect((await card()).textContent).toContain('Are you still there? No rush.');
    expect(announcer.text.get()).toContain('Are you still there?');
    expect(document.activeElement).toBe(box());
    await expectNoBarriers();
    for (const _ of [1, 2]) {
      await person.click(await press('I need more time'));
      expect(noCard()).toBeNull();
      await act(() => service.asksIfHere());
    }
    expect(answersIn(service.asked)).toEqual([
      { seq: 2, answer: 'more_time' },
      { seq: 4, answer: 'more_time' },
    ]);
    expect(screen.getAllByText(/Take your time/)).toHaveLength(2);
    await person.click(await press("I'm here"));
    expect(screen.getByText('You said you are here.', inThread)).toBeTruthy();
  });

  it('is told to the server once the connection is back, and asks nothing more until then', async () => {
    const { service, person } = await talking();
    await act(() => service.asksIfHere());
    await act(() => service.goDown());
    await person.click(await press("I'm here"));
    expect(noCard()).toBeNull();
    expect(answersIn(service.asked)).toEqual([]);
    service.isUp = true;
    expect(await screen.findByText('You said you are here.', inThread, { timeout: 10_000 })).toBeTruthy();
  });

  it('may end the chat there, but not in danger', async () => {
    const { service, person } = await talking();
    await act(() => service.asksIfHere(false));
    expect(within(await card()).queryByRole('button', { name: 'End chat' })).toBeNull();
    await act(() => service.asksIfHere());
    await person.click(await press('End chat'));
    await person.click(within(await card()).getByRole('button', { name: 'End chat' }));
    await heading('This chat has ended');
  });
});
