import { screen, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import {
  aLiveView,
  anItem,
  aPerson,
  aRunning,
  aWaiting,
  aWellbeing,
  id,
  MINUTE,
  ROBIN,
  SAM,
  START,
} from '../../testing/builders';
import { openSignedIn, openSupervising } from '../../testing/open-console';

const atTheDesk = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));

describe('asking and being asked', () => {
  const strip = () => screen.findByRole('region', { name: 'Request for extra capacity' });

  it('[HLP3] a surge request is one polite question on the desk, answered with one tap', async () => {
    const { happens, service, user } = await atTheDesk();
    await happens(() => service.changeHelp({ asked: { id: id(90), by: 'Ana', at: START } }));
    const shown = await strip();
    expect(shown.textContent).toContain('Ana is asking: can you take one more?');
    await expectNoBarriers(shown);
    await user.click(within(shown).getByRole('button', { name: 'Yes, I can' }));
    expect(service.of('surge:answer')).toEqual([{ askId: id(90), can: true }]);
    await screen.findByText('Thank you. You may be offered one more.');
  });

  it('[HLP3] a surge request from the queue shows its answers, and cannot be repeated too soon', async () => {
    const { happens, service, user } = await openSupervising('Queue', () => {});
    await user.click(screen.getByRole('button', { name: /^Ask all responders/ }));
    expect(service.of('surge:ask')).toHaveLength(1);
    const answers = { id: id(90), by: 'Ana', at: START, invited: 3, can: ['Jo'], cannot: 1 };
    await happens(() => service.changeHelp({ answers }));
    expect(screen.getByText(/Can take one more: Jo\./).textContent).toContain(
      '1 said not now. 1 person has not answered yet.',
    );
    service.refusals.set('surge:ask', 'too_fast');
    await user.click(screen.getByRole('button', { name: /^Ask all responders/ }));
    expect(await screen.findByText(/Colleagues were asked a moment ago/)).toBeInstanceOf(HTMLElement);
  });
});

describe('what a supervisor decided', () => {
  it('[HLP4] a responder is told who started their break, which they cannot put off', async () => {
    const wanted = { dueAt: null, isWanted: true, canDelay: false, canEnd: false, until: null };
    const { happens, service } = await openSignedIn('responder', (fake) =>
      fake.changeDesk({ wellbeing: aWellbeing({ break: wanted }) }),
    );
    expect(screen.getByRole('button', { name: 'Cancel the break' })).toBeInstanceOf(HTMLElement);
    await happens(() => service.changeHelp({ breakCalledBy: 'Ana' }));
    expect(screen.getByText(/Ana started a break for you/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: 'Cancel the break' })).toBeNull();
  });

  it('[HLP4] a responder is told kindly who ended their shift', async () => {
    const { happens, service, user } = await atTheDesk();
    await happens(() => service.changeHelp({ shiftClosed: { by: 'Ana', at: START } }));
    expect(screen.getByText(/Ana ended your shift at .* so that you can rest/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/Ana ended your shift/)).toBeNull();
  });
});

describe('a visitor without a reply', () => {
  it('[HLP5] a visitor without a reply is on the list of calls, and can be read along with', async () => {
    const { service, happens, user } = await openSignedIn('supervisor', () => {});
    const one = {
      conversationId: ROBIN,
      visitorName: 'Robin',
      responder: { id: SAM.id, name: SAM.name },
      since: START - 6 * MINUTE,
    };
    await happens(() => service.changeHelp({ unanswered: [one] }));
    expect(screen.getByText('1 visitor has waited too long for a reply.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('link', { name: 'Handovers' }));
    const table = await screen.findByRole('group', { name: 'Calls for help' });
    expect(table.textContent).toMatch(/Robin.*No reply.*6 min.*Waits for a reply from Sam/);
    await expectNoBarriers(table);
    await user.click(within(table).getByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    expect(service.of('conversation:observe')).toEqual([{ conversationId: ROBIN }]);
  });
});

describe('from the views of people and queue', () => {
  it('a supervisor reads along after a warning, and needs a reason to take over', async () => {
    const { service, user } = await openSupervising('People', (fake) => {
      fake.board = aLiveView({ people: [aPerson({ open: 1, load: 1 })], conversations: [aRunning()] });
    });
    const held = () => screen.findByRole('button', { name: 'Conversations of Sam: 1 of 2' });
    await user.click(await held());
    await user.click(await screen.findByRole('menuitem', { name: /^Take over: Robin/ }));
    await user.click(await screen.findByRole('button', { name: /^Take over/ }));
    expect(await screen.findByText('Choose a reason.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await held());
    await user.click(await screen.findByRole('menuitem', { name: /^Read along with Robin/ }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    expect(service.of('conversation:observe')).toEqual([{ conversationId: ROBIN }]);
    expect(service.of('conversation:take_over')).toEqual([]);
  });

  it('a supervisor reads what a waiting visitor wrote', async () => {
    const { service, user } = await openSupervising('Queue', (fake) => {
      fake.board = aLiveView({ waiting: [aWaiting()] });
    });
    await user.click(await screen.findByRole('button', { name: /^More for .*, waiting/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Read what they wrote/ }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    expect(service.of('conversation:observe')).toEqual([{ conversationId: ROBIN }]);
  });

  it('a supervisor takes a waiting visitor only while nobody else has', async () => {
    const { service, user } = await openSupervising('Queue', (fake) => {
      fake.board = aLiveView({ waiting: [aWaiting()] });
    });
    await user.click(await screen.findByRole('button', { name: /^More for .*, waiting/ }));
    await user.click(await screen.findByRole('menuitem', { name: /^Take over/ }));
    await user.click(await screen.findByRole('radio', { name: 'For safety' }));
    await user.click(screen.getByRole('button', { name: 'Take over' }));
    expect(service.of('conversation:take_over')).toEqual([
      { conversationId: ROBIN, reason: 'safety', onlyWaiting: true },
    ]);
  });
});
