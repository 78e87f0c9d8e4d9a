import type { SetupRow } from '@warmline/contracts';
import { aWording, text } from '../../testing/a-wording';
import { asDefault, EVERYTHING, findRows, firstSought, isOwn, languagesOf, progressOf } from './find-rows';

const arabic = (row: SetupRow): SetupRow => ({ ...row, language: 'ar' });
const closes = text('arrive.closes', 'We close at {time}.', 'Until {time} we are here.');
const title = text('arrive.title', 'Chat with someone');
const list = aWording([title, closes, arabic(title), arabic(text('turnedAway.closed.lead', ''))]);
const found = (over: Partial<typeof EVERYTHING>): readonly number[] =>
  findRows(list, { ...EVERYTHING, ...over }).map(({ index }) => index);

describe('rows', () => {
  it('rows are found by any of their words, by language, and by whether they were changed', () => {
    expect(found({})).toEqual([0, 1, 2, 3]);
    expect(found({ text: ' CHAT with' })).toEqual([0, 2]);
    expect(found({ text: 'arrive', language: 'ar' })).toEqual([2]);
    expect(found({ onlyOwn: true })).toEqual([1]);
    expect(found({ text: 'nothing' })).toEqual([]);
  });

  it('a long list in many languages starts with the rows of the first language', () => {
    const many = Array.from({ length: 20 }, (_, number) => text(`thread.times${number}`, 'Word'));
    expect(firstSought(aWording([arabic(title), ...many]))).toEqual({ ...EVERYTHING, language: 'ar' });
    expect([firstSought(list), firstSought(aWording([title, ...many]))]).toEqual([EVERYTHING, EVERYTHING]);
  });

  it('a changed row can be reset to its default', () => {
    expect([isOwn(list, closes), isOwn(list, title)]).toEqual([true, false]);
    expect(asDefault(list, closes)).toEqual({ ...closes, own_text: '' });
  });
});

describe('a language', () => {
  it('a language can be chosen when there is more than one', () => {
    expect(languagesOf(list)).toEqual(['en', 'ar']);
    expect(languagesOf(aWording([title]))).toEqual([]);
  });

  it('a language is complete when every text with a default is translated', () => {
    expect(progressOf(list)).toEqual([{ language: 'ar', said: 0, all: 1 }]);
    const whole = aWording([title, arabic({ ...title, own_text: 'محادثة' })]);
    expect(progressOf(whole)).toEqual([{ language: 'ar', said: 1, all: 1 }]);
  });
});
