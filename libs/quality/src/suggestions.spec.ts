import { suggestFindings } from './suggestions';

const helpline = { resources: [{ url: 'https://www.samaritans.org', phone: '116 123' }] };
const suggested = (...bodies: string[]) =>
  suggestFindings(
    bodies.map((body, at) => ({ seq: at + 1, body })),
    { vetted: helpline, leftBand1: false },
  );

describe('where a reviewer should look', () => {
  it.each([
    'This is completely confidential.',
    'I won’t tell anyone, whatever you say',
    'Nobody will ever know.',
    'It stays between us.',
    'I promise I will keep this secret',
    'We are 100% confidential',
  ])('a promise of total secrecy is suggested: %s', (body) => {
    expect(suggested(body)).toMatchObject([{ finding: 'promised_secrecy', seq: 1 }]);
  });

  it.each([
    'What you say stays here, unless someone is in danger.',
    'Have you been able to tell anyone?',
    'I hear how private this is for you.',
    'Is it a secret that weighs on you?',
  ])('other words about telling are not: %s', (body) => {
    expect(suggested(body)).toEqual([]);
  });

  it.each([
    ['ring me on 07700 900 123', '07700 900 123'],
    ['write to sam@example.org', 'sam@example.org'],
    ['you can find me on Instagram', 'find me on'],
    ['this is my number', 'my number'],
  ])('contact details are suggested, with the words: %s', (body, words) => {
    expect(suggested('hello', body)).toEqual([{ finding: 'gave_contact_details', seq: 2, words }]);
  });

  it('a vetted helpline, a link and an age are not', () => {
    expect(suggested('Call 116 123, or see samaritans.org. You said you are 17.')).toEqual([]);
  });

  it('leaving band 1 is suggested of the whole conversation', () => {
    expect(suggestFindings([], { vetted: helpline, leftBand1: true })).toEqual([
      { finding: 'left_band_1', seq: null, words: '' },
    ]);
  });
});
