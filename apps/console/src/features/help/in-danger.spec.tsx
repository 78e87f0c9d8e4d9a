import { screen, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { aDesk, ANA, anItem, KIM, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const waiting = { conversationId: ROBIN, since: START - 2 * MINUTE, rings: 1 };
const alarm = () => screen.findByRole('alert');

describe('the alarm about a visitor in danger', () => {
  it('[SAF1] is on every page of a supervisor, in words and in the title, and goes once they are taken', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeHelp({ inDanger: [] }),
    );
    await happens(() => service.changeHelp({ inDanger: [waiting] }));
    for (const page of ['Live view', 'Queue', 'People', 'Handovers', 'My desk']) {
      await user.click(await screen.findByRole('link', { name: page }));
      expect((await alarm()).textContent).toContain('Someone in danger is waiting');
      expect(document.title).toBe('Someone needs you · Warmline');
    }
    await expectNoBarriers(screen.getByRole('region', { name: 'A colleague calls' }));
    await happens(() => service.changeHelp({ inDanger: [] }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('[SAF1] its button takes the one who has waited longest', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeDesk(aDesk({ me: { ...ANA, availability: 'away' }, caseload: [anItem()] })),
    );
    const other = { ...waiting, conversationId: KIM, since: START - MINUTE };
    await happens(() => service.changeHelp({ inDanger: [waiting, other] }));
    expect((await alarm()).textContent).toContain('2 people in danger are waiting');
    await user.click(screen.getByRole('button', { name: 'Take this chat' }));
    expect(service.of('conversation:take_over')).toEqual([
      { conversationId: ROBIN, reason: 'safety', onlyWaiting: true },
    ]);
    await screen.findByRole('region', { name: 'Conversation with Robin' });
  });

  it('[SAF1] its other button sends a surge request', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', (prepared) =>
      prepared.changeHelp({ inDanger: [] }),
    );
    await happens(() => service.changeHelp({ inDanger: [waiting] }));
    await user.click(await screen.findByRole('button', { name: 'Ask a colleague' }));
    expect(service.of('surge:ask')).toHaveLength(1);
    expect(
      await within(screen.getByRole('region', { name: 'A colleague calls' })).findByText(/has been asked/),
    ).toBeDefined();
  });
});
