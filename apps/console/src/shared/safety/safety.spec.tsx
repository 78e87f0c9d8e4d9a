import { screen, within } from '@testing-library/react';
import {
  aHandover,
  aLiveView,
  ANA,
  anItem,
  anOffer,
  aRunning,
  aSafety,
  aWaiting,
  JO,
  KIM,
  ROBIN,
  SAM,
} from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';
import { refusalWords } from '../i18n/refusal-words';

const danger = aSafety({ answer: 'not_safe_now' });
const words = 'Not safe now';

const onDesk = () =>
  openSignedIn('responder', (service) =>
    service.changeDesk({ caseload: [anItem({ safety: danger })], offer: anOffer({ safety: danger }) }),
  );

describe('the safety answer on screen', () => {
  it('[SAF3] the offer, the card, the header and the end dialog say it in words', async () => {
    const { user } = await onDesk();
    const offer = await screen.findByRole('article');
    expect(within(offer).getByText(words)).toBeDefined();
    expect(within(screen.getByRole('button', { name: /^Robin/ })).getByText(words)).toBeDefined();
    const pane = screen.getByRole('region', { name: 'Conversation with Robin' });
    expect(within(pane).getByText(words)).toBeDefined();
    expect(within(pane).getByText('Their own answer, 6 min ago')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'End the conversation' }));
    expect(within(await screen.findByRole('dialog')).getByText(words)).toBeDefined();
  });

  it('[SAF3] the queue says it', async () => {
    const { user } = await openSignedIn('supervisor', (service) => {
      service.board = aLiveView({ waiting: [aWaiting({ safety: danger })] });
    });
    await user.click(await screen.findByRole('link', { name: 'Queue' }));
    expect(within(await screen.findByRole('table')).getByText(words)).toBeDefined();
  });

  it('[SAF3] three lanes of the live view say it, and reading along does', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) => {
      prepared.board = aLiveView({
        waiting: [aWaiting({ conversationId: KIM, safety: danger })],
        conversations: [aRunning({ safety: danger })],
      });
    });
    await user.click(await screen.findByRole('link', { name: 'Live view' }));
    expect(await screen.findAllByText(words)).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Read along with Robin' }));
    await user.click(await screen.findByRole('button', { name: 'Open to read' }));
    const reading = await screen.findByRole('complementary', { name: 'Reading along: Robin' });
    expect(await within(reading).findByText(words)).toBeDefined();
    const lowered = aSafety({ answer: 'not_sure', by: 'supervisor', byName: ANA.name });
    await happens(() =>
      service.tellLiveView({
        ...service.board,
        conversations: [aRunning({ safety: lowered })],
      }),
    );
    expect(within(reading).getByText('Not sure if safe')).toBeDefined();
  });

  it('[SAF3] who is asked to take a conversation over sees it with the brief', async () => {
    await openSignedIn('responder', (service) =>
      service.changeDesk({
        handovers: [
          aHandover({ sender: JO, receiver: { id: SAM.id, name: SAM.name }, proposedBy: JO, safety: danger }),
        ],
      }),
    );
    const asked = await screen.findByRole('article');
    expect(within(asked).getByText(words)).toBeDefined();
  });

  it('[SAF3] it is raised at once, and lowered only with a reason', async () => {
    const { user, service, happens } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [anItem()] }),
    );
    await user.click(
      await screen.findByRole('button', { name: 'Safety answer: Did not say if safe. Change it' }),
    );
    await user.click(await screen.findByRole('menuitemradio', { name: /Not safe now/ }));
    const change = { conversationId: ROBIN, epoch: 1 };
    expect(service.of('safety:set')).toEqual([{ ...change, answer: 'not_safe_now', reason: null }]);
    const raised = aSafety({ answer: 'not_safe_now', by: 'responder', byName: SAM.name, at: service.now });
    await happens(() => service.changeDesk({ caseload: [anItem({ safety: raised })] }));
    expect(screen.getByText('Set by Sam, just now')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Safety answer: Not safe now. Change it' }));
    await user.click(await screen.findByRole('menuitemradio', { name: /Said they are safe/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Change to “Said they are safe”?' });
    await user.click(within(dialog).getByRole('button', { name: 'Change' }));
    expect(within(dialog).getByText('Choose a reason.')).toBeDefined();
    await user.click(within(dialog).getByText('They have said since that they are safer'));
    await user.click(within(dialog).getByRole('button', { name: 'Change' }));
    expect(service.of('safety:set').slice(1)).toEqual([
      { ...change, answer: 'said_safe', reason: 'said_since' },
    ]);
  });

  it('[SAF3] no one is said to have set it while nothing was said, and a change by a colleague is read out', async () => {
    const { service, happens } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [anItem()] }),
    );
    const pane = await screen.findByRole('region', { name: 'Conversation with Robin' });
    expect(within(pane).queryByText(/Their own answer/)).toBeNull();
    const set = async (byName: string): Promise<void> => {
      const safety = aSafety({ answer: 'not_safe_now', by: 'supervisor', byName, at: service.now });
      await happens(() => service.changeDesk({ caseload: [anItem({ safety })] }));
    };
    const isReadOut = (): boolean =>
      within(pane)
        .getAllByRole('status')
        .some(({ textContent }) => textContent === 'Ana set this to: Not safe now');
    await set(SAM.name);
    expect(isReadOut()).toBe(false);
    await set(ANA.name);
    expect(isReadOut()).toBe(true);
  });

  it('[SAF3] what went wrong with one visitor is not shown with the next, nor when another change begins', async () => {
    const { user, service } = await openSignedIn('supervisor', (prepared) => {
      prepared.board = aLiveView({
        conversations: [
          aRunning({ safety: aSafety({ answer: 'not_sure' }) }),
          aRunning({ conversationId: KIM, visitorName: 'Kim', safety: aSafety({ answer: 'not_sure' }) }),
        ],
      });
    });
    const read = async (name: string): Promise<void> => {
      await user.click(await screen.findByRole('button', { name: `Read along with ${name}` }));
      await user.click(await screen.findByRole('button', { name: 'Open to read' }));
      await screen.findByRole('complementary', { name: `Reading along: ${name}` });
    };
    const raise = async (answer: RegExp): Promise<void> => {
      await user.click(await screen.findByRole('button', { name: /^Safety answer: Not sure if safe/ }));
      await user.click(await screen.findByRole('menuitemradio', { name: answer }));
    };
    service.refusals.set('safety:set', 'unavailable');
    await read('Robin');
    await raise(/Not safe now/);
    const wrong = await screen.findByText(refusalWords.unavailable);
    await raise(/Said they are safe/);
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByText(refusalWords.unavailable)).toBeNull();
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await raise(/Not safe now/);
    await screen.findByText(refusalWords.unavailable);
    await read('Kim');
    expect(screen.queryByText(refusalWords.unavailable)).toBeNull();
    expect(wrong.isConnected).toBe(false);
  });
});
