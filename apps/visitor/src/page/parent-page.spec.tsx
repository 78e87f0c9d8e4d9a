import { jest } from '@jest/globals';
import { Signal, type Timeline } from '@warmline/client';
import type { Entry } from '@warmline/contracts';
import { ParentPage } from './parent-page';

const SITE = 'https://www.charity.example';
const emptyTimeline: Timeline = { entries: [], early: new Map(), head: 0 };

/** A window that holds the page in a frame, as far as the page can reach it. */
const posted = jest.fn<(message: unknown, origin: string) => void>();
const parent = Object.assign(document.createElement('iframe'), {});
document.body.append(parent);
const site = parent.contentWindow as Window;
site.postMessage = posted as unknown as Window['postMessage'];

const leaveTop = jest.fn<(href: string) => void>();
const onOpen = jest.fn();
const frame = new ParentPage({ parent: site, onOpen, leaveTop });
frame.listen();

const say = (
  message: unknown,
  { origin = SITE, source = site }: { origin?: string; source?: Window } = {},
): void => {
  dispatchEvent(new MessageEvent('message', { data: message, origin, source }));
};
const fromSam = (seq: number): Entry =>
  ({ seq, kind: 'message', from: 'responder', name: 'Sam', body: 'Hello' }) as unknown as Entry;

beforeEach(() => {
  jest.clearAllMocks();
});

describe('the page in a frame of a charity’s own site', () => {
  it('[SEC6] answers nobody before the site has spoken, and leaves by itself', () => {
    jest.useFakeTimers();
    leaveTop.mockImplementationOnce(() => {
      throw new DOMException('no', 'SecurityError');
    });
    frame.leave('https://weather.example/');
    expect(posted).not.toHaveBeenCalled();
    expect(leaveTop).toHaveBeenCalledWith('https://weather.example/');
    document.body.hidden = true;
    jest.runAllTimers();
    expect(document.body.textContent).toBe('Close this tab now.');
    expect(document.body.hidden).toBe(false);
    jest.useRealTimers();
  });

  it('[SEC6] takes no notice of another window, another origin, or another message', () => {
    say({ open: true }, { source: window });
    say({ token: 'give' });
    expect(posted).not.toHaveBeenCalled();
    say({ open: true });
    expect(posted).toHaveBeenCalledWith({ open: true }, SITE);
    expect(onOpen).toHaveBeenCalledTimes(1);
    posted.mockClear();
    say({ close: true }, { origin: 'https://evil.example' });
    expect(posted).not.toHaveBeenCalled();
    expect(frame.isOpen).toBe(true);
  });

  it('[SEC6] tells the site how many messages came while the panel was hidden, and nothing of them', () => {
    const timeline = new Signal<Timeline>(emptyTimeline);
    frame.count(timeline);
    say({ open: true });
    timeline.set({ ...emptyTimeline, entries: [fromSam(1)] });
    say({ close: true });
    expect(frame.isOpen).toBe(false);
    posted.mockClear();
    timeline.set({ ...emptyTimeline, entries: [fromSam(1), fromSam(2)] });
    expect(posted.mock.calls).toEqual([[{ unread: 1 }, SITE]]);
  });

  it('asks the site to hide the panel on Escape, and to leave its page on quick exit', () => {
    jest.useFakeTimers();
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(posted.mock.calls).toEqual([[{ close: true }, SITE]]);
    posted.mockClear();
    frame.leave('https://weather.example/');
    expect(posted.mock.calls).toEqual([[{ close: 'https://weather.example/' }, SITE]]);
    expect(leaveTop).not.toHaveBeenCalled();
    jest.clearAllTimers();
    jest.useRealTimers();
  });
});
