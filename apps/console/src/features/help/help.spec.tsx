import { fireEvent, screen, within } from '@testing-library/react';
import { aHelpCall } from '../../testing/a-help-view';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, anItem, id, JO, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const atTheDesk = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));
const strip = () => screen.findByRole('region', { name: 'Your call for help' });
const altS = { key: 's', code: 'KeyS', altKey: true };
const pressAltS = (): void => {
  fireEvent.keyDown(document.body, altS);
  fireEvent.keyUp(document.body, altS);
};
const byAna = { by: { id: ANA.id, name: ANA.name }, at: START };

describe('calling a supervisor', () => {
  it('[HLP1] a call takes one key, shows at once, and can be undone', async () => {
    const { service, user, pass, happens } = await atTheDesk();
    await happens(() => pressAltS());
    const shown = await strip();
    await within(shown).findByText(/Your supervisors can see your call/);
    expect(service.of('help:call')).toMatchObject([{ conversationId: ROBIN, urgency: 'normal' }]);
    await expectNoBarriers(shown);
    await user.click(within(shown).getByRole('button', { name: 'Undo' }));
    expect(service.of('help:end')).toEqual([{ callId: service.of('help:call')[0]?.['callId'] }]);
    expect(screen.queryByRole('region', { name: 'Your call for help' })).toBeNull();
    await pass(5_000);
    expect(service.of('help:call')).toHaveLength(1);
  });

  it('[HLP1] a call is urgent when the key is held for half a second or pressed twice', async () => {
    const { service, pass, happens } = await atTheDesk();
    await happens(() => void fireEvent.keyDown(document.body, altS));
    await pass(600);
    await happens(() => void fireEvent.keyUp(document.body, altS));
    expect(service.of('help:call').map(({ urgency }) => urgency)).toEqual(['normal', 'urgent']);
    expect(new Set(service.of('help:call').map(({ callId }) => callId)).size).toBe(1);
    await within(await strip()).findByText(/urgently/);
  });

  it('[HLP1] a second press makes the same call urgent', async () => {
    const { service, user } = await atTheDesk();
    await user.click(screen.getByRole('button', { name: /^Call supervisor\./ }));
    await user.click(screen.getByRole('button', { name: /^Call supervisor about Robin/ }));
    const asked = service.of('help:call');
    expect(asked.map(({ urgency }) => urgency)).toEqual(['normal', 'urgent']);
    expect(asked[0]?.['callId']).toBe(asked[1]?.['callId']);
  });

  it('[HLP1] the call key works inside a dialog, where no other key does', async () => {
    const { service, user, happens } = await atTheDesk();
    await user.click(screen.getByRole('button', { name: 'End the conversation' }));
    const dialog = await screen.findByRole('dialog');
    await happens(() => void fireEvent.keyDown(dialog, altS));
    expect(service.of('help:call')).toHaveLength(1);
  });

  it('[HLP1] a call made offline says so, and goes out under the same id on reconnecting', async () => {
    const { service, happens, pass } = await atTheDesk();
    await happens(() => service.goDown());
    await happens(() => pressAltS());
    await within(await strip()).findByText(/Not called yet/);
    expect(service.of('help:call')).toEqual([]);
    service.comeBack();
    await pass(20_000);
    expect(service.of('help:call')).toMatchObject([{ conversationId: ROBIN }]);
    await within(await strip()).findByText(/Your supervisors can see your call/);
  });

  it('[HLP1] an unanswered call survives a reload', async () => {
    const kept = [{ callId: id(81), conversationId: ROBIN, urgency: 'urgent', isEnding: false }];
    const { service } = await openSignedIn('responder', (fake) => fake.changeDesk({ caseload: [anItem()] }), {
      'warmline.help.00000000-0000-7000-8000-000000000001': JSON.stringify(kept),
    });
    expect(service.of('help:call')).toMatchObject([{ callId: id(81), urgency: 'urgent' }]);
  });

  it('[HLP1] a call says at once that no supervisor is connected, and what to do', async () => {
    const { happens, service } = await atTheDesk();
    await happens(() => service.changeHelp({ supervisorsHere: 0, mine: [aHelpCall()] }));
    const shown = await strip();
    expect(within(shown).getByText(/No supervisor is connected right now/).textContent).toContain(
      'on-call number',
    );
  });

  it('[HLP2] a call says who is coming, who is there, and that they have left', async () => {
    const { happens, service, user } = await atTheDesk();
    await happens(() => service.changeHelp({ mine: [aHelpCall({ answered: byAna })] }));
    await within(await strip()).findByText('Ana is coming.');
    const there = aHelpCall({ answered: byAna, joinedAt: START, isThere: true });
    await happens(() => service.changeHelp({ mine: [there] }));
    await within(await strip()).findByText('Ana is with you and is reading along.');
    await happens(() => service.changeHelp({ mine: [{ ...there, isThere: false }] }));
    await within(await strip()).findByText(/has stopped reading along/);
    await user.click(within(await strip()).getByRole('button', { name: 'Call again' }));
    expect(service.of('help:end')).toEqual([{ callId: there.id }]);
    expect(service.of('help:call')).toHaveLength(1);
  });

  it('[HLP2] a call says nothing any more once its conversation has ended', async () => {
    const { happens, service } = await atTheDesk();
    const left = aHelpCall({ urgency: 'urgent', answered: byAna, joinedAt: START });
    await happens(() => service.changeHelp({ mine: [left] }));
    await within(await strip()).findByText(/has stopped reading along/);
    await happens(() => service.changeDesk({ caseload: [anItem({ state: 'wrap_up' })] }));
    expect(screen.queryByRole('region', { name: 'Your call for help' })).toBeNull();
  });

  it('[SAF4] a call that facts made tells the responder that it was made automatically, and offers no withdrawal', async () => {
    const { happens, service } = await atTheDesk();
    const call = aHelpCall({ urgency: 'urgent', because: 'facts' });
    await happens(() => service.changeHelp({ mine: [call] }));
    const shown = await strip();
    within(shown).getByText(/have been called automatically, because of what is in the safety record/);
    expect(within(shown).queryByText(/You have called/)).toBeNull();
    expect(within(shown).queryByRole('button', { name: /^(Undo|Withdraw)$/ })).toBeNull();
    await happens(() => service.changeHelp({ mine: [call], supervisorsHere: 0 }));
    within(await strip()).getByText(/called automatically.*none is connected/);
  });

  it('[HLP1] a call that may not be withdrawn says why it stays', async () => {
    const { happens, service, user } = await atTheDesk();
    await happens(() => service.changeHelp({ mine: [aHelpCall()] }));
    service.refusals.set('help:end', 'not_allowed');
    const shown = await strip();
    await user.click(within(shown).getByRole('button', { name: /^(Undo|Withdraw)$/ }));
    await within(await strip()).findByText(/This call cannot be withdrawn/);
    expect(within(await strip()).queryByRole('button', { name: /^(Undo|Withdraw)$/ })).toBeNull();
  });
});

describe('being called', () => {
  const called = (over: Parameters<typeof aHelpCall>[0] = {}) =>
    openSignedIn('supervisor', (service) => service.changeHelp({ calls: [aHelpCall(over)] }));
  const alert = () => screen.findByRole('region', { name: 'Alerts' });

  it('[HLP1] a call reaches the supervisor on every screen, aloud, and in the title', async () => {
    const { user } = await called({ urgency: 'urgent' });
    await user.click(await screen.findByRole('link', { name: 'My desk' }));
    await screen.findByRole('heading', { name: 'Mine' });
    const shown = await alert();
    expect(within(shown).getByText('Sam calls for help, urgently')).toBeInstanceOf(HTMLElement);
    expect(within(shown).getByRole('alert').textContent).toMatch(/Sam calls for help, urgently/);
    expect(document.title).toMatch(/^A colleague calls/);
    await expectNoBarriers(shown);
  });

  it('[SAF4] a call that facts made is told to supervisors as automatic, in the alert, the lane and the table', async () => {
    const { user } = await called({ urgency: 'urgent', because: 'facts' });
    const shown = await alert();
    within(shown).getByText('Automatic call for Sam, urgent: the safety record asks for a supervisor');
    expect(screen.queryByText(/Sam calls for help/)).toBeNull();
    expect(screen.getByText('Automatic call: safety record')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('link', { name: 'Handovers' }));
    const table = await screen.findByRole('group', { name: 'Calls for help' });
    within(table).getByText('Automatic call');
  });

  it('[HLP2] answering a call opens the conversation to read along', async () => {
    const { user, service } = await called();
    await user.click(within(await alert()).getByRole('button', { name: /^I’m coming/ }));
    await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    expect(service.of('help:answer')).toHaveLength(1);
    expect(service.of('conversation:observe')).toEqual([{ conversationId: ROBIN }]);
  });

  it('[HLP2] the second supervisor to answer is told who was first, and opens nothing', async () => {
    const { user, service, happens } = await called();
    const come = within(await alert()).getByRole('button', { name: /^I’m coming/ });
    const first = { by: { id: JO.id, name: JO.name }, at: START };
    // Jo's word is stored; this page has not heard of it yet.
    service.answersFirst = first.by;
    await user.click(come);
    expect(await screen.findByText('Jo is already helping Sam.')).toBeInstanceOf(HTMLElement);
    expect(service.of('conversation:observe')).toEqual([]);
    await happens(() => service.changeHelp({ calls: [aHelpCall({ answered: first })] }));
    expect(document.title).not.toMatch(/A colleague calls/);
  });

  it('[HLP1] the page of handovers shows who called, for how long, and who is there', async () => {
    const { pass, user, service, happens } = await called();
    await user.click(screen.getByRole('link', { name: 'Handovers' }));
    const table = await screen.findByRole('group', { name: 'Calls for help' });
    await pass(2 * MINUTE);
    expect(within(table).getAllByRole('row')[1]?.textContent).toMatch(/Sam.*Robin.*2 min.*No one yet/);
    await expectNoBarriers(table);
    const there = aHelpCall({ answered: byAna, joinedAt: START, isThere: true });
    await happens(() => service.changeHelp({ calls: [there] }));
    await user.click(await screen.findByRole('button', { name: 'Mark as resolved: the call of Sam' }));
    expect(service.of('help:end')).toEqual([{ callId: there.id }]);
  });
});
