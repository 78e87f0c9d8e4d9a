import { jest } from '@jest/globals';
import { act, cleanup, screen } from '@testing-library/preact';
import { laterParts, type Parts } from '../later';
import { button, heading, throughTheQuestions } from '../testing/in-a-chat';

afterEach(() => {
  cleanup();
  document.body.hidden = false;
  jest.useRealTimers();
});

describe('the parts that come once a chat has started', () => {
  it('are fetched until they are here, and a chat begins and ends without them', async () => {
    let isDown = true;
    const loadLater = jest.fn<() => Promise<Parts>>(() =>
      isDown ? Promise.reject(new TypeError('offline')) : Promise.resolve(laterParts),
    );
    const { service } = await throughTheQuestions(null, {}, loadLater);
    expect(button('Stop waiting')).toBeTruthy();
    expect(screen.queryByText('Things to do while you wait')).toBeNull();
    await act(() => service.change({ state: 'ended', endReason: 'responder_ended_agreed' }));
    await heading('This chat has ended');
    expect(screen.getByRole('link', { name: /Samaritans/ })).toBeTruthy();
    isDown = false;
    expect(await screen.findByText(/Thank you for talking with us/)).toBeTruthy();
  });

  it('[PRV5] leaving does not wait for them', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    const { exit, left } = await throughTheQuestions(null, {}, () => new Promise(() => {}));
    await act(() => exit.leave());
    expect(left).toEqual(['https://weather.example/']);
    expect(document.body.textContent).toBe('');
  });
});
