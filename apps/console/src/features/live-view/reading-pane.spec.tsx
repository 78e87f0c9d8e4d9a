import { screen, within } from '@testing-library/react';
import { aLiveView, aMessage, aRunning, id, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const ended = {
  kind: 'event',
  seq: 3,
  id: id(1_003),
  event: 'ended',
  name: '',
  reason: 'visitor_ended',
  at: START,
} as const;

const open = () =>
  openSignedIn('supervisor', (service) => {
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'hello')]);
    service.board = aLiveView({ conversations: [aRunning()] });
  });

describe('reading along', () => {
  it('opens nothing before the supervisor knows what opening means', async () => {
    const { user, service } = await open();
    await user.click(await screen.findByRole('button', { name: 'Read along with Robin' }));
    expect(
      await screen.findByText(/We record that you opened this conversation, and Sam sees/),
    ).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(service.of('conversation:observe')).toEqual([]);
    expect(service.of('timeline:read')).toEqual([]);
  });

  it('reads along live, without a way to write, until it is closed', async () => {
    const { user, service, happens } = await open();
    await user.click(await screen.findByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    const pane = await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    expect(await within(pane).findByText('hello')).toBeInstanceOf(HTMLElement);
    await happens(() => service.append(ROBIN, aMessage(2, 'responder', 'I am here')));
    expect(within(pane).getByText('I am here')).toBeInstanceOf(HTMLElement);
    expect(within(pane).queryByRole('textbox')).toBeNull();
    expect(pane.textContent).toContain('Sam sees that you are reading');
    await happens(() => service.append(ROBIN, ended));
    expect(pane.textContent).not.toContain('Sam sees that you are reading');
    expect(within(pane).getByText(/^This chat has ended, and no one writes here/)).toBeInstanceOf(
      HTMLElement,
    );
    await user.click(within(pane).getByRole('button', { name: 'Stop reading' }));
    expect(service.of('conversation:unobserve')).toEqual([{ conversationId: ROBIN }]);
    expect(screen.queryByText('hello')).toBeNull();
  });

  it('says how many stored texts cannot be opened, and shows a message that cannot at its place', async () => {
    const { user } = await openSignedIn('supervisor', (service) => {
      service.timelines.set(ROBIN, [
        aMessage(1, 'visitor', 'hello'),
        { ...aMessage(2, 'visitor', ''), kind: 'message', from: 'visitor', body: null },
      ]);
      service.board = aLiveView({ conversations: [aRunning()], unreadable: 1 });
    });
    expect(await screen.findByText(/1 stored text could not be opened/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    const pane = await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    expect(await within(pane).findByText('hello')).toBeInstanceOf(HTMLElement);
    expect(within(pane).getByText(/This message cannot be opened/)).toBeInstanceOf(HTMLElement);
  });

  it('stops reading along on leaving the view', async () => {
    const { user, service } = await open();
    await user.click(await screen.findByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    await user.click(screen.getByRole('link', { name: 'My desk' }));
    await screen.findByRole('heading', { name: 'Mine' });
    expect(service.of('conversation:unobserve')).toHaveLength(1);
  });
});
