import { screen, waitFor, within } from '@testing-library/react';
import { aHelpCall } from '../../testing/a-help-view';
import { ANA, anItem, aLiveView, aRunning, aSafety, id, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const WITH_ANA = { epoch: 2, isOpen: true, with: ['Ana'] };
const LABEL = 'Private lane, not seen by the visitor';
const TITLE = 'Private lane with Ana, not seen by the visitor';
const JO = { id: id(31), name: 'Jo' };

const openDesk = async () => {
  const opened = await openSignedIn('responder', (service) =>
    service.changeDesk({ caseload: [anItem({ epoch: 2 })] }),
  );
  await screen.findByLabelText('Write to Robin');
  const opens = () =>
    opened.happens(() => {
      opened.service.team.lane = WITH_ANA;
      opened.service.team.changed();
    });
  return { ...opened, opens };
};

describe('the private lane', () => {
  it('is open for the supervisor who came to a call, and folded for one who only reads along', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (fake) => {
      fake.board = aLiveView({ conversations: [aRunning()] });
      fake.changeHelp({ calls: [aHelpCall()] });
    });
    const [come] = await screen.findAllByRole('button', { name: 'I’m coming to Sam' });
    if (come !== undefined) await user.click(come);
    await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    const answered = { by: { id: ANA.id, name: ANA.name }, at: START };
    await happens(() => {
      service.team.lane = { epoch: 1, isOpen: true, with: ['Sam'] };
      service.team.changed();
    });
    const lane = await screen.findByRole('region', { name: LABEL });
    // That the call is answered may be told after the lane is there.
    await happens(() =>
      service.changeHelp({ calls: [aHelpCall({ answered, joinedAt: START, isThere: true })] }),
    );
    expect(within(lane).getByRole('button', { expanded: true })).toBeInstanceOf(HTMLElement);
    expect(within(lane).getByRole('textbox')).toBeInstanceOf(HTMLElement);
  });

  it('is not there before a supervisor reads along or is called', async () => {
    const { opens } = await openDesk();
    expect(screen.queryByRole('region', { name: LABEL })).toBeNull();
    await opens();
    expect(screen.getByRole('region', { name: LABEL }).textContent).toContain(TITLE);
  });

  it('says politely that someone wrote, marks it as new, and takes the mark away once it was on screen', async () => {
    const { user, service, happens, opens } = await openDesk();
    await opens();
    const lane = screen.getByRole('region', { name: LABEL });
    await happens(() => service.team.says(ANA, 'shall I come in?'));
    expect(await within(lane).findByText('1 new')).toBeInstanceOf(HTMLElement);
    expect(within(lane).getByRole('status').textContent).toBe('Ana wrote to you privately.');
    expect(service.of('private:seen')).toEqual([]);
    await user.click(within(lane).getByRole('button', { name: TITLE }));
    expect(within(lane).getByText('shall I come in?')).toBeInstanceOf(HTMLElement);
    await waitFor(() => expect(within(lane).queryByText('1 new')).toBeNull());
    expect(service.of('private:seen')).toEqual([{ conversationId: ROBIN, epoch: 2, seq: 1 }]);
  });

  it('[SAF3] opens by itself for a word that comes while danger is open', async () => {
    const { service, happens, opens } = await openDesk();
    await opens();
    const safety = aSafety({ answer: 'not_safe_now' });
    await happens(() => service.changeDesk({ caseload: [anItem({ epoch: 2, safety })] }));
    const lane = screen.getByRole('region', { name: LABEL });
    expect(within(lane).getByRole('button', { name: TITLE, expanded: false })).toBeInstanceOf(HTMLElement);
    await happens(() => service.team.says(ANA, 'ask where she is'));
    await within(lane).findByRole('button', { name: TITLE, expanded: true });
    await waitFor(() => expect(service.of('private:seen')).toHaveLength(1));
  });

  it('[SAF5] is written in a box of its own, with a command of its own, and never with the reply', async () => {
    const { user, service, opens } = await openDesk();
    await opens();
    const lane = screen.getByRole('region', { name: LABEL });
    await user.click(within(lane).getByRole('button', { name: TITLE }));
    const box = within(lane).getByLabelText('Private word', { selector: 'textarea' });
    await user.type(box, 'please do');
    await user.click(within(lane).getByRole('button', { name: 'Send privately' }));
    expect(await within(lane).findByText('please do', { selector: 'span' })).toBeInstanceOf(HTMLElement);
    expect(service.of('private:say')).toMatchObject([{ conversationId: ROBIN, epoch: 2, word: 'please do' }]);
    expect(service.of('message:send')).toEqual([]);
  });

  it('follows the newest word of either side, sends with Ctrl+Enter, and keeps the focus in its box', async () => {
    const { user, service, happens, opens } = await openDesk();
    await opens();
    await happens(() => service.team.says(ANA, 'shall I come in?'));
    const lane = screen.getByRole('region', { name: LABEL });
    await user.click(within(lane).getByRole('button', { name: TITLE }));
    const list = within(lane).getByRole('list', { name: LABEL });
    list.style.overflowY = 'auto';
    const grows = (height: number) =>
      Object.defineProperty(list, 'scrollHeight', { configurable: true, value: height });
    grows(300);
    await happens(() => service.team.says(ANA, 'or not?'));
    await within(lane).findByText('or not?');
    expect(list.scrollTop).toBe(300);
    grows(400);
    const box = within(lane).getByLabelText('Private word', { selector: 'textarea' });
    await user.type(box, 'please do{Control>}{Enter}{/Control}');
    await within(lane).findByText('please do', { selector: 'span' });
    expect(list.scrollTop).toBe(400);
    await user.type(box, 'now');
    await user.click(within(lane).getByRole('button', { name: 'Send privately' }));
    await within(lane).findByText('now', { selector: 'span' });
    expect(document.activeElement).toBe(box);
    expect(service.of('private:say')).toHaveLength(2);
  });

  it('what others wrote before is forgotten with the holding it was written under', async () => {
    const { service, happens, opens } = await openDesk();
    await opens();
    await happens(() => service.team.says(JO, 'for the one before'));
    await happens(() => {
      service.team.words = [];
      service.team.lane = { ...WITH_ANA, epoch: 3 };
      service.team.changed();
    });
    expect(screen.getByRole('region', { name: LABEL }).textContent).not.toContain('new');
  });
});

describe('joining openly', () => {
  it('a supervisor who reads along joins, is told what the visitor knows, and leaves again', async () => {
    const { user, service } = await openSignedIn('supervisor', (fake) => {
      fake.board = aLiveView({ conversations: [aRunning()] });
      fake.team.lane = { epoch: 1, isOpen: true, with: ['Sam'] };
    });
    await user.click(await screen.findByRole('button', { name: /^Read along with Robin/ }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await user.click(await screen.findByRole('button', { name: 'Join openly' }));
    expect(await screen.findByText('The visitor knows that you are here.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Leave openly' }));
    expect(await screen.findByRole('button', { name: 'Join openly' })).toBeInstanceOf(HTMLElement);
    expect(service.of('conversation:step_out')).toEqual([{ conversationId: ROBIN }]);
  });
});
