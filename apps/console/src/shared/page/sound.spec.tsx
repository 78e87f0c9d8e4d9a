import { act, fireEvent, screen } from '@testing-library/react';
import { openSignedIn } from '../../testing/open-console';
import { setSound } from './sound';

describe('sound on an offer', () => {
  it('says that the browser blocks sound until something is pressed', async () => {
    await openSignedIn('responder', () => {});
    act(() => setSound(true));
    expect(screen.getByText(/blocks sound until/)).toBeInstanceOf(HTMLElement);
    fireEvent.keyDown(document.body, { key: 'Tab' });
    expect(screen.queryByText(/blocks sound until/)).toBeNull();
    act(() => setSound(false));
    localStorage.clear();
  });
});
