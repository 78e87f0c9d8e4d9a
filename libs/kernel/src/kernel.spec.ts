import { assertNever } from './assert-never';
import { conversationId, entryId, isUuid, offerId, serviceId, sessionId, staffId } from './brand';
import { accept, refuse } from './decision';
import { DAY, elapsed, HOUR, instant, later, MINUTE, SECOND } from './instant';

const UUID = '0190f3c2-7b1e-7d34-9a6b-0123456789ab';
const parsers = { serviceId, conversationId, entryId, staffId, offerId, sessionId };

describe.each(Object.entries(parsers))('%s', (name, parse) => {
  it('takes a canonical UUID as it is', () => {
    expect(parse(UUID)).toBe(UUID);
  });

  it('throws for anything else, and says which id it was without repeating it', () => {
    const wrong = UUID.toUpperCase();
    expect(() => parse(wrong)).toThrow(TypeError);
    expect(() => parse(wrong)).toThrow(new RegExp(name, 'i'));
    expect(() => parse(wrong)).not.toThrow(wrong);
  });
});

describe('isUuid', () => {
  it.each([
    ['nothing', ''],
    ['upper case', UUID.toUpperCase()],
    ['no hyphens', UUID.replaceAll('-', '')],
    ['braces', `{${UUID}}`],
    ['a space before', ` ${UUID}`],
    ['a line break after', `${UUID}\n`],
    ['a letter too many', `${UUID}a`],
    ['a letter too few', UUID.slice(1)],
    ['a letter beyond f', UUID.replace('a', 'g')],
    ['two in a row', `${UUID}${UUID}`],
    ['one a line', `${UUID}\n${UUID}`],
  ])('is false for %s', (_, text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe('instants', () => {
  it.each([NaN, Infinity, -Infinity])('are never %d', (milliseconds) => {
    expect(() => instant(milliseconds)).toThrow(RangeError);
  });

  it('move by milliseconds, and tell how many lie between', () => {
    const start = instant(1_000);
    expect(later(start, 500)).toBe(1_500);
    expect(later(start, -500)).toBe(500);
    expect(elapsed(start, later(start, 250))).toBe(250);
    expect(elapsed(later(start, 250), start)).toBe(-250);
  });

  it('know the lengths of the clock', () => {
    expect([SECOND, MINUTE, HOUR, DAY]).toEqual([1e3, 6e4, 3.6e6, 8.64e7]);
  });
});

describe('decisions', () => {
  it('accept any number of facts, none included', () => {
    expect(accept()).toEqual({ accepted: true, events: [] });
    expect(accept('a', 'b')).toEqual({ accepted: true, events: ['a', 'b'] });
  });

  it('refuse with one code', () => {
    expect(refuse('not_found')).toEqual({ accepted: false, refusal: 'not_found' });
  });
});

describe('assertNever', () => {
  it('throws when the types were lied to', () => {
    expect(() => assertNever('a new state' as never)).toThrow(TypeError);
  });
});
