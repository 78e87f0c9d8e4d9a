import { screen, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { ROBIN, SAM, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const sam = { id: SAM.id, name: SAM.name };
const alerts = () => screen.getByRole('region', { name: 'Alerts' });

describe('notices to supervisors', () => {
  it('[SAF1] say that everyone is away, that a shift is over with a chat open, and that offers were missed, most pressing first', async () => {
    const { service, happens } = await openSignedIn('supervisor', (prepared) => prepared.changeHelp({}));
    await happens(() =>
      service.changeHelp({
        everyoneAway: { waiting: 2, since: START },
        missedOffers: [{ responder: sam, at: START }],
        shiftsOver: [{ conversationId: ROBIN, visitorName: 'Robin', responder: sam, since: START }],
      }),
    );
    const said = within(alerts())
      .getAllByRole('status')
      .map(({ textContent }) => textContent);
    expect(said[0]).toContain('2 people are waiting and no one is available.');
    expect(said[1]).toContain('Sam’s shift is over and their chat with');
    expect(said[2]).toContain('Sam missed two offers');
    await expectNoBarriers(alerts());
    await happens(() => service.changeHelp({ everyoneAway: null, shiftsOver: [] }));
    expect(alerts().textContent).toContain('Sam missed two offers and is set to away.');
    await happens(() => service.changeHelp({ missedOffers: [] }));
    expect(screen.queryByRole('region', { name: 'Alerts' })).toBeNull();
  });

  it('[SAF1] say that an on-call contact could not be reached', async () => {
    const { service, happens } = await openSignedIn('supervisor', (prepared) => prepared.changeHelp({}));
    await happens(() => service.changeHelp({ onCallFailing: 1 }));
    expect(alerts().textContent).toContain('The last message to an on-call contact failed.');
  });

  it('[PRV4] say that an erasure fails, and that the audit log is late, until they do no more', async () => {
    const { service, happens } = await openSignedIn('supervisor', (prepared) => prepared.changeHelp({}));
    await happens(() => service.changeHelp({ late: { erasure: true, log: true } }));
    expect(alerts().textContent).toContain('Chats that should be erased are still kept.');
    expect(alerts().textContent).toContain('The audit log is more than 5 minutes late.');
    await happens(() => service.changeHelp({ late: { erasure: false, log: false } }));
    expect(screen.queryByRole('region', { name: 'Alerts' })).toBeNull();
  });
});
