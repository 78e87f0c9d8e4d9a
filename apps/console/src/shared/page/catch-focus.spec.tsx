import { act, screen, waitFor, within } from '@testing-library/react';
import { aHelpCall } from '../../testing/a-help-view';
import { aHandover, anItem, anOffer, aWellbeing, id, JO, KIM, SAM, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole, openSignedIn, type OpenConsole } from '../../testing/open-console';
import { aSetupList, saved, SetupService } from '../../testing/setup-service';

/** Longer than anything takes to give the focus back. */
const SETTLED_MS = 200;
const MAIN = 'main';
const press = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

/** As a person would call it. */
const called = (element: Element | null): string => {
  if (element === null || element === document.body) return 'nowhere';
  const label = element instanceof HTMLTextAreaElement ? element.labels[0]?.textContent : null;
  return element.id === 'main' ? MAIN : (element.getAttribute('aria-label') ?? label ?? element.textContent);
};

/** Where the focus is once everything has come to rest. */
const focusAfter = async ({ pass }: OpenConsole): Promise<string> => {
  await pass(0);
  await pass(SETTLED_MS);
  return called(document.activeElement);
};
/** Lets nobody sign out, as while they hold someone in danger. */
class HeldService extends FakeService {
  override get parts(): FakeService['parts'] {
    const parts = super.parts;
    const held = httpAnswer(409, { refusal: 'danger_held' });
    return {
      ...parts,
      fetch: (path, request) =>
        request?.method === 'DELETE' ? Promise.resolve(held) : parts.fetch(path, request),
    };
  }
}

const withRobin = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));

describe('the focus after an act that takes its own button away', () => {
  it('goes to the main part after a person says that they are here', async () => {
    const opened = await openSignedIn('responder', (service) =>
      service.changeDesk({ wellbeing: aWellbeing({ awayBecause: 'missed_offers' }) }),
    );
    await opened.user.click(press('I’m here'));
    await opened.happens(() => opened.service.changeDesk({ wellbeing: aWellbeing() }));
    expect(await focusAfter(opened)).toBe(MAIN);
  });

  it('goes to the main part after check-in', async () => {
    const opened = await openSignedIn('responder', (service) =>
      service.changeDesk({ wellbeing: aWellbeing({ shift: null }) }),
    );
    await opened.user.click(await screen.findByRole('button', { name: 'Yes' }));
    await opened.happens(() => opened.service.changeDesk({ wellbeing: aWellbeing() }));
    expect(await focusAfter(opened)).toBe(MAIN);
  });

  it('goes to the question when check-in is opened above a conversation', async () => {
    const opened = await openSignedIn('responder', (service) =>
      service.changeDesk({ caseload: [anItem()], wellbeing: aWellbeing({ shift: null }) }),
    );
    expect(screen.queryByRole('region', { name: 'OK to take chats today?' })).toBeNull();
    await opened.user.click(press('Check in'));
    expect(await focusAfter(opened)).toBe('OK to take chats today?');
  });

  it('goes to the reply after Accept with the mouse', async () => {
    const opened = await withRobin();
    await opened.happens(() => opened.service.changeDesk({ offer: anOffer() }));
    await opened.user.click(press('Accept'));
    const kim = anItem({ conversationId: KIM, visitorName: 'Kim' });
    await opened.happens(() => opened.service.changeDesk({ offer: null, caseload: [anItem(), kim] }));
    expect(await focusAfter(opened)).toBe('Write to Kim');
  });

  it('stays with the offers after Decline', async () => {
    const opened = await withRobin();
    await opened.happens(() => opened.service.changeDesk({ offer: anOffer() }));
    await opened.user.click(press('Decline'));
    await opened.happens(() => opened.service.changeDesk({ offer: null }));
    expect(await focusAfter(opened)).toBe('Offer');
  });

  it('stays with the answer after Not now, and goes to the main part when that is dismissed', async () => {
    const opened = await withRobin();
    await opened.happens(() => opened.service.changeHelp({ asked: { id: id(90), by: 'Ana', at: START } }));
    await opened.user.click(press('Not now'));
    await opened.happens(() => opened.service.changeHelp({ asked: null }));
    expect(await focusAfter(opened)).toBe('Request for extra capacity');
    await opened.user.click(press('Dismiss'));
    expect(await focusAfter(opened)).toBe(MAIN);
  });

  it('comes back to End when the dialog of ending is closed', async () => {
    const opened = await withRobin();
    await opened.user.click(press('End the conversation'));
    await opened.user.click(press('Keep the conversation'));
    await waitFor(() => expect(called(document.activeElement)).toBe('End the conversation'));
  });

  it('goes to the line that says so after a conversation is ended', async () => {
    const opened = await withRobin();
    await opened.user.click(press('End the conversation'));
    const dialog = await screen.findByRole('dialog');
    await opened.user.click(within(dialog).getByRole('radio', { name: 'We agreed to finish' }));
    await opened.user.click(within(dialog).getByRole('button', { name: 'End the conversation' }));
    const ended = anItem({ state: 'wrap_up', endedAt: START, endReason: 'responder_ended_agreed' });
    await opened.happens(() => opened.service.changeDesk({ caseload: [ended] }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await focusAfter(opened)).toBe('This conversation has ended.');
  });

  it('comes back to the reply after a call is undone', async () => {
    const opened = await withRobin();
    act(() => screen.getByLabelText('Write to Robin').focus());
    await opened.happens(() => opened.service.changeHelp({ mine: [aHelpCall()] }));
    await opened.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await opened.happens(() => opened.service.changeHelp({ mine: [] }));
    expect(await focusAfter(opened)).toBe('Write to Robin');
  });

  it('goes to the search with the key of resources from another panel, and stays with the reply when a panel comes back', async () => {
    const opened = await withRobin();
    await opened.user.click(screen.getByRole('tab', { name: 'Notes' }));
    await opened.user.keyboard('{Alt>}g{/Alt}');
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    act(() => screen.getByLabelText('Write to Robin').focus());
    const kim = anItem({ conversationId: KIM, visitorName: 'Kim' });
    await opened.happens(() => opened.service.changeDesk({ caseload: [anItem(), kim] }));
    expect(await focusAfter(opened)).toBe('Write to Robin');
  });

  it('goes to the title where signing out is refused', async () => {
    const service = new HeldService();
    service.session = { staff: SAM };
    const opened = openConsole('/', service);
    await screen.findByText('Connected');
    await opened.user.click(press('Sam: menu'));
    await opened.user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await screen.findByRole('button', { name: 'Back to my desk' });
    expect(await focusAfter(opened)).toBe('You are not signed out yet');
  });

  it('goes through the steps of a handover at the receiver, up to the reply', async () => {
    const receiver = { id: SAM.id, name: SAM.name };
    const handover = aHandover({ sender: JO, receiver });
    const opened = await openSignedIn('responder', (service) =>
      service.changeDesk({ handovers: [handover] }),
    );
    await opened.user.click(press('Accept'));
    const accepted = { ...handover, state: 'visitor_asked' as const };
    await opened.happens(() => opened.service.changeDesk({ handovers: [accepted] }));
    expect(await focusAfter(opened)).toBe('Robin');
    await opened.user.click(press('I’ve read this'));
    const joined = { ...handover, state: 'joined' as const, briefRead: true, expiresAt: null };
    await opened.happens(() => opened.service.changeDesk({ handovers: [joined] }));
    expect(await focusAfter(opened)).not.toBe('nowhere');
    await opened.user.click(press('Take over writing'));
    await opened.happens(() => opened.service.changeDesk({ handovers: [], caseload: [anItem()] }));
    expect(await focusAfter(opened)).toBe('Write to Robin');
  });

  it('stays with the list after Save of a row', async () => {
    const service = SetupService.withAdministrator();
    const opened = openConsole('/setup/starters', service);
    service.savedAs = [saved(aSetupList({ version: 4 }))];
    await opened.user.click(await screen.findByRole('button', { name: 'Add a starter' }));
    await opened.user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(called(document.activeElement)).toBe('Add a starter'));
  });

  it('stays where the person left it, when they press beside everything', async () => {
    const opened = await withRobin();
    await opened.happens(() => opened.service.changeDesk({ offer: anOffer() }));
    act(() => press('Decline').focus());
    await opened.user.click(document.body);
    await opened.happens(() => opened.service.changeDesk({ offer: null }));
    expect(await focusAfter(opened)).toBe('nowhere');
  });
});
