import { act, cleanup, screen } from '@testing-library/preact';
import { box, talking } from '../testing/in-a-chat';
import { openPage } from '../testing/open-page';
import { warnBeforeUnload } from './unload-warning';

let warned = { losesOnUnload: false };
warnBeforeUnload({
  get losesOnUnload() {
    return warned.losesOnUnload;
  },
});

/** Whether the browser would ask before this page goes. */
const asks = (): boolean => {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

afterEach(() => {
  cleanup();
  document.body.hidden = false;
  sessionStorage.clear();
});

describe('the question before a page goes', () => {
  it('is asked during a chat, and neither before it nor after its end', async () => {
    const idle = openPage();
    warned = idle.visit;
    expect(asks()).toBe(false);
    cleanup();
    const { service, visit } = await talking();
    warned = visit;
    expect(asks()).toBe(true);
    await act(() => service.change({ state: 'ended', endReason: 'responder_ended_agreed' }));
    expect(asks()).toBe(false);
  });

  it('is asked over a chat that survives a reload only for words that would be lost', async () => {
    const { person, visit } = await talking({ keepsReloads: true });
    warned = visit;
    expect(asks()).toBe(false);
    await person.type(box(), 'half a sentence');
    expect(asks()).toBe(true);
  });

  it('[PRV5] is never asked of someone who leaves by quick exit', async () => {
    const { exit, visit, left } = await talking();
    warned = visit;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    exit.leave();
    expect(left).toHaveLength(1);
    expect(asks()).toBe(false);
    expect(screen.queryByText('Chat with Sam')).toBeNull();
  });

  it('is not asked when someone calls a number, which fires the same event and leaves the page', async () => {
    const { visit } = await talking();
    warned = visit;
    const call = document.createElement('a');
    call.href = 'tel:999';
    call.addEventListener('click', (event) => event.preventDefault());
    document.body.append(call);
    call.click();
    expect(asks()).toBe(false);
    call.remove();
  });
});
