import { isAllowedOrigin } from './origin';

const OURS = 'https://chat.example.org';
const DEMO = 'http://localhost:3000';

describe('an origin', () => {
  it.each([
    [OURS, OURS],
    ['https://chat.example.org:443', OURS],
    [DEMO, DEMO],
    ['http://127.0.0.1:3000', DEMO],
    ['http://[::1]:3000', DEMO],
    [OURS, `${OURS}/anything/below?it=1`],
  ])('%s may connect to %s', (origin, ours) => {
    expect(isAllowedOrigin(origin, ours)).toBe(true);
  });

  it('that is none may connect: only browsers send one, and only they carry cookies for others', () => {
    expect(isAllowedOrigin(undefined, OURS)).toBe(true);
  });

  it.each([
    ['http://chat.example.org', OURS],
    ['https://chat.example.org:8443', OURS],
    ['https://example.org', OURS],
    ['https://chat.example.org.evil.test', OURS],
    ['https://evil.test/https://chat.example.org', OURS],
    ['https://evil.test#chat.example.org', OURS],
    ['https://chat.example.org@evil.test', OURS],
    ['null', OURS],
    ['', OURS],
    ['chat.example.org', OURS],
    ['http://localhost:3001', DEMO],
    ['https://localhost:3000', DEMO],
    ['http://localhost.evil.test:3000', DEMO],
    ['http://127.0.0.2:3000', DEMO],
    ['http://localhost:3000', OURS],
    ['http://localhost:3000', 'http://chat.example.org:3000'],
    ['http://chat.example.org:3000', DEMO],
  ])('%j may not connect to %s', (origin, ours) => {
    expect(isAllowedOrigin(origin, ours)).toBe(false);
  });
});
