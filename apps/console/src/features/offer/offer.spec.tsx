import { screen, waitFor } from '@testing-library/react';
import { aWellbeing } from '../../testing/a-wellbeing';
import { aDesk, anItem, anOffer, KIM } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));

describe('an offer', () => {
  it('comes without taking the focus, and is said once', async () => {
    const { user, service, happens } = await open();
    const box = await screen.findByLabelText('Write to Robin');
    await user.click(box);
    await happens(() => service.changeDesk({ offer: anOffer() }));
    expect(screen.getByRole('button', { name: 'Accept' })).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(box);
    expect(screen.getByText(/^An offer: Answer soon/).getAttribute('role')).toBe('status');
    expect(document.title).toBe('Someone is waiting · My desk · Harbour Line');
  });

  it('is accepted with Alt+A, which opens the conversation and goes to its reply', async () => {
    const { user, service, happens } = await open();
    await happens(() => service.changeDesk({ offer: anOffer() }));
    await user.keyboard('{Alt>}a{/Alt}');
    const kim = anItem({ conversationId: KIM, visitorName: 'Kim' });
    await happens(() => service.changeDesk({ offer: null, caseload: [anItem(), kim] }));
    const box = await screen.findByLabelText('Write to Kim');
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(service.of('offer:accept')).toEqual([{ offerId: anOffer().id }]);
  });

  it('is declined without a reason', async () => {
    const { user, service, happens } = await open();
    await happens(() => service.changeDesk({ offer: anOffer() }));
    await user.keyboard('{Alt>}d{/Alt}');
    await happens(() => service.changeDesk({ offer: null }));
    expect(service.of('offer:decline')).toHaveLength(1);
    expect(screen.queryByText(/offer has ended/)).toBeNull();
  });

  it('taken by someone else is told kindly', async () => {
    const { user, service, happens } = await open();
    service.refusals.set('offer:accept', 'offer_taken');
    await happens(() => service.changeDesk({ offer: anOffer() }));
    await user.click(screen.getByRole('button', { name: 'Accept' }));
    expect(await screen.findByText(/already with this person/)).toBeInstanceOf(HTMLElement);
  });

  it('that ran out is told kindly, and the word goes with the next offer', async () => {
    const { service, happens } = await open();
    await happens(() => service.changeDesk({ offer: anOffer() }));
    await happens(() => service.changeDesk({ offer: null }));
    expect(screen.getByText(/That offer has ended/)).toBeInstanceOf(HTMLElement);
    await happens(() => service.changeDesk({ offer: anOffer({ id: KIM }) }));
    expect(screen.queryByText(/That offer has ended/)).toBeNull();
  });

  it('shows no seconds counting down, only how much time there is', async () => {
    const { service, happens, pass } = await open();
    const { now } = aDesk();
    await happens(() => service.changeDesk({ offer: anOffer({ expiresAt: now + 45_000 }) }));
    expect(screen.getByText('You have time to think.')).toBeInstanceOf(HTMLElement);
    await pass(20_000);
    expect(screen.getByText('About half a minute left.')).toBeInstanceOf(HTMLElement);
    await pass(10_000);
    expect(screen.getByText('About 15 seconds left.')).toBeInstanceOf(HTMLElement);
    await pass(8_000);
    expect(screen.getByText('A few seconds left.')).toBeInstanceOf(HTMLElement);
  });

  it('is told to a supervisor on the live view, and shown on the desk', async () => {
    const { user, service, happens } = await openSignedIn('supervisor', () => {});
    await happens(() => service.changeDesk({ offer: anOffer() }));
    await user.click(screen.getByRole('button', { name: 'See the offer' }));
    expect(await screen.findByRole('button', { name: 'Accept' })).toBeInstanceOf(HTMLElement);
  });
});

describe('an offer to a new responder', () => {
  it('says which of their first conversations it would be', async () => {
    const { service, happens } = await open();
    const wellbeing = aWellbeing({
      capacity: { units: 1, reason: 'first_conversations', conversationsHeld: 2 },
    });
    await happens(() => service.changeDesk({ offer: anOffer(), wellbeing }));
    expect(screen.getByText(/your 3rd conversation. A supervisor reads along/)).toBeInstanceOf(HTMLElement);
  });
});

describe('the desk without an offer', () => {
  const full = { reason: 'at_capacity', until: null, lacks: null, step: null } as const;

  it('says that someone with one conversation at a time is full, as the server does', async () => {
    const { service, happens } = await open();
    const wellbeing = aWellbeing({
      capacity: { units: 1, reason: 'first_conversations', conversationsHeld: 3 },
    });
    await happens(() => service.changeDesk({ load: 1, whyNoOffer: full, wellbeing }));
    expect(screen.getByText('You are at your capacity.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('1 of 1 conversations')).toBeInstanceOf(HTMLElement);
  });

  it('says that a wrap-up is in the way when finishing it makes room', async () => {
    const { service, happens } = await open();
    await happens(() => service.changeDesk({ load: 1.5, whyNoOffer: { ...full, step: 'finish_wrap_up' } }));
    expect(screen.getByText(/Finish yours to be offered someone again/)).toBeInstanceOf(HTMLElement);
  });

  it('promises an offer only while one may come', async () => {
    const { service, happens } = await open();
    await happens(() => service.changeDesk({ whyNoOffer: null }));
    expect(screen.getByText(/Offers appear here/)).toBeInstanceOf(HTMLElement);
  });
});
