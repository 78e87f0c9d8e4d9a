import { readFrameMessage } from './frame-messages';

describe('what a site and the chat in its frame say to each other', () => {
  it.each([
    { open: true },
    { close: true },
    { close: 'https://weather.example/' },
    { unread: 0 },
    { unread: 1_000 },
  ])('takes %j', (message) => {
    expect(readFrameMessage(message)).toEqual(message);
  });

  it.each([
    null,
    'open',
    [],
    {},
    { open: 1 },
    { open: true, close: true },
    { close: 'javascript:alert(1)' },
    { close: 'http://weather.example/' },
    { close: 'https:// weather' },
    { unread: -1 },
    { unread: 1.5 },
    { unread: 1_001 },
    { unread: '1' },
    { constructor: true },
    JSON.parse('{"__proto__":true}') as unknown,
    { token: 'x' },
  ])('[SEC6] takes no notice of %j', (message) => {
    expect(readFrameMessage(message)).toBeNull();
  });
});
