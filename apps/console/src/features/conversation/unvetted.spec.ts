import { stretched } from '@warmline/test-kit/testing';
import { someContent } from '../../testing/builders';
import { flagsIn } from './unvetted';

const flags = (text: string) => flagsIn(text, someContent);

describe('what deserves a second look before it goes out', () => {
  it('lets plain words, short helplines, ages and times pass', () => {
    expect(flags('We have about 45 minutes. If you are in danger call 999 or 111.')).toEqual([]);
    expect(flags('It was in 2019, at 10:30, on 12/05/2024?')).toEqual([]);
    expect(flags('I hear you.It sounds hard.')).toEqual([]);
  });

  it('lets vetted places pass, with their pages and in any spelling', () => {
    expect(flags('Call Samaritans on 116 123 or see https://www.samaritans.org/how-we-can-help.')).toEqual(
      [],
    );
    expect(flags('samaritans.org')).toEqual([]);
  });

  it('flags a link that is not vetted, also one that only starts like a vetted one', () => {
    expect(flags('see www.miracle-cure.example/now')).toEqual([
      { kind: 'link', what: 'www.miracle-cure.example/now' },
    ]);
    expect(flags('samaritans.org.evil.com')).toEqual([{ kind: 'link', what: 'samaritans.org.evil.com' }]);
  });

  it('flags a phone number that is not vetted', () => {
    expect(flags('ring me on 07700 900 123')).toEqual([{ kind: 'phone', what: '07700 900 123' }]);
    expect(flags('+44 (0)20 7946 0000')).toEqual([{ kind: 'phone', what: '+44 (0)20 7946 0000' }]);
  });

  it('flags an email address, once and not as a link', () => {
    expect(flags('write to sam@example.org or sam@example.org')).toEqual([
      { kind: 'email', what: 'sam@example.org' },
    ]);
  });

  it('flags a starter as it came, but not a service fact', () => {
    expect(flags('Hi, I am Sam.')).toEqual([{ kind: 'starter' }]);
    expect(flags('Hi, I am Sam. Good that you are here.')).toEqual([]);
    expect(flags('We have about 45 minutes.')).toEqual([]);
  });

  it('flags what is still to fill in', () => {
    expect(flags('You felt {feeling} then.')).toEqual([{ kind: 'blank', what: '{feeling}' }]);
  });

  it.each([
    ['letters', 'a'.repeat(100_000)],
    ['at signs', 'a@'.repeat(50_000)],
    ['labels of a name', 'a.'.repeat(50_000)],
    ['digits', '1 '.repeat(50_000)],
    ['slashes', `https://a${'/'.repeat(100_000)}x`],
    ['spaces after a house number', `1 a${' '.repeat(100_000)}`],
    ['hyphens', '1 a-'.repeat(25_000)],
  ])('a paste of 100,000 characters is read in under 200 ms: %s', (_what, text) => {
    const since = performance.now();
    flags(text);
    expect(performance.now() - since).toBeLessThan(stretched(200));
  });
});
