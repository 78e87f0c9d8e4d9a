import { jest } from '@jest/globals';
import { act, cleanup, fireEvent, screen } from '@testing-library/preact';
import { openPage } from '../testing/open-page';

interface Request {
  readonly url: unknown;
  readonly init: RequestInit | undefined;
}

let requests: Request[] = [];
const offline = jest.fn<typeof fetch>((url, init) => {
  requests.push({ url, init });
  return Promise.reject(new TypeError('offline'));
});

/** The browser's channel between tabs of one page: everyone but the sender hears. */
class Channel extends EventTarget {
  static readonly all: Channel[] = [];
  constructor() {
    super();
    Channel.all.push(this);
  }
  postMessage(chat: unknown): void {
    for (const other of Channel.all)
      if (other !== this) other.dispatchEvent(new MessageEvent('message', { data: chat }));
  }
}
Object.assign(globalThis, { BroadcastChannel: Channel });

// Listens on the document for good, as the page does; so one page serves all of these.
const page = openPage();
page.exit.listen();
cleanup();
document.body.hidden = false;

const again = async () => {
  page.left.length = 0;
  requests = [];
  globalThis.fetch = offline;
  document.title = 'Chat';
  document.body.hidden = false;
  document.body.innerHTML = '<button data-exit>Leave</button><p>what was said</p>';
  await act(() => page.visit.start('unsaid', ''));
  sessionStorage.setItem('page.draft', '"words"');
};
beforeEach(again);

// The test browser knows no pointer events, so neither does its library.
const pointOn = (target: Element) => target.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true }));
const press = (key: string) => {
  fireEvent.keyDown(document.body, { key });
  fireEvent.keyUp(document.body, { key });
};
const expectGone = () => {
  expect(page.left).toEqual(['https://weather.example/']);
  expect(document.title).toBe('Weather');
  expect(document.body.hidden).toBe(true);
  expect(document.body.textContent).toBe('');
  expect(sessionStorage).toHaveLength(0);
  expect(page.visit.token).toBeNull();
};

describe('quick exit', () => {
  it('quick exit blanks the page at once and keeps nothing, even on an offline device', () => {
    const { token } = page.visit;
    pointOn(screen.getByText('Leave'));
    expectGone();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe('/v/exit');
    expect(requests[0]?.init).toMatchObject({
      method: 'POST',
      keepalive: true,
      headers: { Authorization: `Bearer ${token ?? ''}` },
    });
  });

  it('leaves on Enter, and on the click of an assistive technology', async () => {
    fireEvent.keyDown(screen.getByText('Leave'), { key: 'Enter' });
    expectGone();
    await again();
    fireEvent.click(screen.getByText('Leave'));
    expectGone();
  });

  it('leaves on three presses of Shift, and counts them', () => {
    press('Shift');
    press('Shift');
    expect(page.exit.presses.get()).toBe(2);
    expect(page.left).toEqual([]);
    press('Shift');
    expectGone();
  });

  it('does not take capitals for it', () => {
    for (const letter of ['A', 'B', 'C', 'D']) {
      fireEvent.keyDown(document.body, { key: 'Shift' });
      press(letter);
      fireEvent.keyUp(document.body, { key: 'Shift' });
    }
    expect(page.left).toEqual([]);
    press('a');
  });

  it('blanks every other tab of that chat at once, and no tab of another chat', () => {
    const { chatId } = page.visit;
    const otherTab = new Channel();
    otherTab.postMessage('another chat');
    expect(page.left).toEqual([]);
    otherTab.postMessage(chatId);
    expectGone();
    expect(requests).toEqual([]);
  });

  it('tells the other tabs which chat was left, and never the token', () => {
    const { chatId, token } = page.visit;
    const heard: unknown[] = [];
    new Channel().addEventListener('message', (event) => heard.push((event as MessageEvent).data));
    pointOn(screen.getByText('Leave'));
    expect(heard).toEqual([chatId]);
    expect(heard).not.toContain(token);
  });

  it('tells the server nothing when there is nothing to tell', async () => {
    await act(() => page.visit.forget());
    requests = [];
    pointOn(screen.getByText('Leave'));
    expect(page.left).toHaveLength(1);
    expect(requests).toEqual([]);
  });
});
