import { unitedKingdom } from '../language/locale-of-specs';
import { givenBy } from './given';

const found = (...bodies: string[]) =>
  givenBy(bodies, unitedKingdom.otherHelp).map(({ name, shown, href }) =>
    [name, shown, href].filter(Boolean).join(' | '),
  );

describe('what a visitor was given', () => {
  it.each([
    ['Try 0808 808 1677, they are kind', '0808 808 1677 | tel:08088081677'],
    ['Childline: 0800 1111.', '0800 1111 | tel:08001111'],
    ['+44 20 7946 0000 from abroad', '+44 20 7946 0000 | tel:+442079460000'],
    ['(0131) 496 0000', '(0131) 496 0000 | tel:01314960000'],
    ['call 116 006', '116 006 | tel:116006'],
    ['call 116 123', 'Samaritans | 116 123 | tel:116123'],
    ['Text SHOUT to 85258', 'Shout | 85258 | sms:85258'],
    ['111, option 2', 'NHS 111 | 111 | tel:111'],
    ['see https://nhs.uk/0808123456', 'https://nhs.uk/0808123456 | https://nhs.uk/0808123456'],
  ])('%s', (body, expected) => {
    expect(found(body)).toEqual([expected]);
  });

  it.each([
    'at 09:30 on 01-12-2026',
    'in 15 minutes',
    '2 of 3',
    'room 1200',
    'on 01 02 2026',
    'mail a0800111122@x.example',
  ])('no number is in “%s”', (body) => {
    expect(found(body)).toEqual([]);
  });

  it('names of resources are kept with their number and link, and each is listed once', () => {
    const resource = 'Cruse Bereavement\n0808 808 1677\nhttps://cruse.example/\nOpen: 9 to 5';
    expect(found(resource, 'as I said: 0808 808 1677')).toEqual([
      'Cruse Bereavement | 0808 808 1677 | tel:08088081677',
      'Cruse Bereavement | https://cruse.example/ | https://cruse.example/',
    ]);
  });

  it('words around a number are not kept, since others may see this screen', () => {
    expect(found('because he hit you, call 0808 200 0247')).toEqual(['0808 200 0247 | tel:08082000247']);
  });
});
