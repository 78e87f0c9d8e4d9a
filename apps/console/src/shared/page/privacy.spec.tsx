import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { Wellbeing } from '@warmline/contracts';
import { aMessage, anItem, anOffer, aWellbeing, ROBIN } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const MINUTE = 60_000;
const isHidden = () => screen.queryByText('Messages are hidden.') !== null;

const atTheDesk = async (over: Partial<Wellbeing['spans']> = {}) => {
  const opened = await openSignedIn('responder', (service) => {
    const wellbeing = aWellbeing({ spans: { ...aWellbeing().spans, ...over } });
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'it is about work')]);
    service.changeDesk({ caseload: [anItem({ head: 1 })], offer: anOffer(), wellbeing });
  });
  await screen.findByText('it is about work', { selector: '.thread *' });
  return opened;
};

describe('hiding what is written', () => {
  it('hides after two minutes without a sign of life', async () => {
    const { pass } = await atTheDesk();
    await pass(2 * MINUTE);
    expect(isHidden()).toBe(true);
  });

  it('takes text that arrives without a key press for a sign of life', async () => {
    const { pass } = await atTheDesk();
    const box = await screen.findByLabelText('Write to Robin');
    await pass(1.5 * MINUTE);
    fireEvent.input(box, { target: { value: 'dictated' } });
    await pass(MINUTE);
    expect(isHidden()).toBe(false);
  });

  it('takes a screen reader that moves the selection for a sign of life', async () => {
    const { pass } = await atTheDesk();
    await pass(1.5 * MINUTE);
    act(() => void document.dispatchEvent(new Event('selectionchange')));
    await pass(MINUTE);
    expect(isHidden()).toBe(false);
  });

  it('hides only what people wrote, and leaves the rest of the desk in reach', async () => {
    const { pass } = await atTheDesk();
    await pass(2 * MINUTE);
    expect(screen.getByText('it is about work').closest('[inert]')).not.toBeNull();
    for (const name of ['End the conversation', 'Accept', /Call supervisor about/])
      expect(screen.getByRole('button', { name }).closest('[inert]')).toBeNull();
    expect(screen.getByRole('tabpanel', { name: 'Resources' }).closest('[inert]')).toBeNull();
  });

  it('shows everything again once an offer is accepted', async () => {
    const { user, pass } = await atTheDesk();
    await pass(2 * MINUTE);
    await user.keyboard('{Alt>}a{/Alt}');
    await waitFor(() => expect(isHidden()).toBe(false));
  });

  it('shows everything again while a person writes', async () => {
    const { pass } = await atTheDesk();
    await pass(2 * MINUTE);
    fireEvent.input(screen.getByLabelText('Write to Robin'), { target: { value: 'dictated' } });
    expect(isHidden()).toBe(false);
  });

  it('hides after the time that the service chose, or never', async () => {
    const { pass, service, happens } = await atTheDesk({ hideAfter: 5 * MINUTE });
    await pass(4 * MINUTE);
    expect(isHidden()).toBe(false);
    await pass(MINUTE);
    expect(isHidden()).toBe(true);
    const spans = { ...aWellbeing().spans, hideAfter: 0 };
    await happens(() => service.changeDesk({ wellbeing: aWellbeing({ spans }) }));
    fireEvent.input(screen.getByLabelText('Write to Robin'), { target: { value: 'dictated' } });
    await pass(30 * MINUTE);
    expect(isHidden()).toBe(false);
  });

  it('hides nothing while no conversation is open', async () => {
    const { pass } = await openSignedIn('responder', () => {});
    await pass(10 * MINUTE);
    expect(isHidden()).toBe(false);
  });
});

it('leaves the live view and the queue readable, where nobody’s words are', async () => {
  const { user } = await openSignedIn('supervisor', () => {});
  await user.keyboard('{Alt>}b{/Alt}');
  expect(isHidden()).toBe(false);
  await user.click(screen.getByRole('link', { name: 'Queue' }));
  await screen.findByRole('heading', { level: 1, name: 'Queue' });
  expect(isHidden()).toBe(false);
});
