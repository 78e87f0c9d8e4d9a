import { screen } from '@testing-library/react';
import { anItem, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = (minutes: number, over: Parameters<typeof anItem>[0] = {}) =>
  openSignedIn('responder', (service) =>
    service.changeDesk({
      caseload: [anItem(over)],
      shiftEndsAt: START + minutes * MINUTE,
      offersPaused: minutes < 30,
    }),
  );

describe('the end of a shift', () => {
  it('is told in the status bar from its beginning', async () => {
    await open(90);
    expect(await screen.findByText('Shift: 1 h 30 min left')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/No new conversations/)).toBeNull();
  });

  it('stops new conversations with a word why, and another shift is one press away', async () => {
    const { user, service } = await open(20);
    expect(await screen.findByText(/No new conversations: your shift ends at/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Start another shift' }));
    expect(service.of('availability:set')).toEqual([{ availability: 'available' }]);
  });

  it('proposes to hand over, with the reason ticked, and does nothing by itself', async () => {
    const { user, service } = await open(14, { handoverDue: true });
    expect(await screen.findByText('Your shift ends in 14 min. Hand over?')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Hand over Robin' }));
    const tick = await screen.findByRole<HTMLInputElement>('checkbox', { name: /I have to finish/ });
    expect(tick.checked).toBe(true);
    expect(service.of('handover:propose')).toEqual([]);
    expect(service.of('handover:candidates')).toEqual([{ conversationId: ROBIN }]);
  });
});
