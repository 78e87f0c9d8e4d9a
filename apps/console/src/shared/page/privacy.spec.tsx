import { act, fireEvent, screen } from '@testing-library/react';
import { anItem } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const MINUTE = 60_000;
const isHidden = () => screen.queryByText('Messages are hidden.') !== null;

describe('hiding what is written', () => {
  it('hides after two minutes without a sign of life', async () => {
    const { pass } = await openSignedIn('responder', () => {});
    await pass(2 * MINUTE);
    expect(isHidden()).toBe(true);
  });

  it('takes text that arrives without a key press for a sign of life', async () => {
    const { pass } = await openSignedIn('responder', (service) =>
      service.changeDesk({ caseload: [anItem()] }),
    );
    const box = await screen.findByLabelText('Write to Robin');
    await pass(1.5 * MINUTE);
    fireEvent.input(box, { target: { value: 'dictated' } });
    await pass(MINUTE);
    expect(isHidden()).toBe(false);
  });

  it('takes a screen reader that moves the selection for a sign of life', async () => {
    const { pass } = await openSignedIn('responder', () => {});
    await pass(1.5 * MINUTE);
    act(() => void document.dispatchEvent(new Event('selectionchange')));
    await pass(MINUTE);
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
