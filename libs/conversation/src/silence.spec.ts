import { instant, MINUTE } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Conversation, Talking } from './conversation';
import { askedInSilence, SILENCE_SPANS, silenceOf, stepSilence, type SilenceFacts } from './silence';

/** So many minutes after the visitor's last word. */
const after = (minutes: number) => instant(1_000_000 + minutes * MINUTE);
/** Our reply came 2 minutes after their last word, their page is here, and nothing else has happened. */
const QUIET: SilenceFacts = {
  firstReplyAt: after(2),
  lastReplyAt: after(2),
  hereAt: null,
  moreUntil: null,
  servedSince: after(-100),
  seenAt: after(1_000),
  absences: [],
  asked: 0,
  askedAt: null,
};
const silenceAt = (minutes: number, facts: Partial<SilenceFacts>): number =>
  silenceOf({ ...QUIET, ...facts }, { now: after(minutes), seenEvery: SILENCE_SPANS.seenEvery }) / MINUTE;

describe('the silence of a visitor', () => {
  it.each<[string, Partial<SilenceFacts>, number]>([
    ['begins with our first reply, also when we write again', { lastReplyAt: after(11) }, 10],
    ['is none while they wait for us', { firstReplyAt: null, lastReplyAt: null }, 0],
    ['begins again when they type or say that they are here', { hereAt: after(9) }, 3],
    ['begins after the time they asked for', { moreUntil: after(10) }, 2],
    ['is none in the time they asked for', { moreUntil: after(15) }, 0],
    ['does not count while their page was away', { absences: [{ from: after(4), to: after(8) }] }, 6],
    ['does not count an absence before our reply', { absences: [{ from: after(0), to: after(3) }] }, 9],
    ['stops with the last answer of their page', { seenAt: instant(after(6) - SILENCE_SPANS.seenEvery) }, 4],
    ['is none of a page that never answered', { seenAt: null }, 0],
    ['begins again after our own outage', { servedSince: after(10) }, 2],
    ['is none while our servers are away', { servedSince: null }, 0],
  ])('[SAF4] %s', (_, facts, minutes) => {
    expect(silenceAt(12, facts)).toBeCloseTo(minutes);
  });

  it('[SAF4] an answer begins a new silence, in which they were not asked yet', () => {
    const asked = { ...QUIET, asked: 1, askedAt: after(7) };
    expect(askedInSilence(asked)).toBe(1);
    expect(askedInSilence({ ...asked, hereAt: after(8) })).toBe(0);
  });
});

const talking = (isInDanger: boolean): Talking => ({
  id: numbered.conversation(1),
  service: numbered.service(1),
  epoch: 3,
  state: 'talking',
  holder: numbered.staff(1),
  visitorLeft: false,
  dangerLoweredBy: [],
  isInDanger,
});
const stepAt = (minutes: number, facts: Partial<SilenceFacts>, conversation: Conversation = talking(false)) =>
  stepSilence(conversation, { ...QUIET, ...facts }, { spans: SILENCE_SPANS, at: after(minutes) }).events;
const once = { asked: 1, askedAt: after(7) };
const twice = { asked: 2, askedAt: after(12) };

describe('the steps of a silence', () => {
  it('[SAF4] the visitor is asked at 5 and at 10 minutes, and it ends at 15', () => {
    expect(stepAt(6.9, {})).toEqual([]);
    expect(stepAt(7, {})).toMatchObject([{ type: 'silence_asked', number: 1 }]);
    expect(stepAt(11.9, once)).toEqual([]);
    expect(stepAt(12, once)).toMatchObject([{ type: 'silence_asked', number: 2 }]);
    expect(stepAt(16.9, twice)).toEqual([]);
    expect(stepAt(17, twice)).toMatchObject([
      { type: 'conversation_ended', reason: 'went_quiet', by: null, epoch: 3 },
    ]);
  });

  it('[SAF2] in danger they are asked the same, and it never ends', () => {
    const inDanger = talking(true);
    expect(stepAt(7, {}, inDanger)).toMatchObject([{ number: 1 }]);
    expect(stepAt(12, once, inDanger)).toMatchObject([{ number: 2 }]);
    expect(stepAt(900, twice, inDanger)).toEqual([]);
  });

  it('[SAF2] after a colleague lowered the danger they are asked the same, and a person decides its end', () => {
    const lowered = { ...talking(false), dangerLoweredBy: [numbered.staff(1)] };
    expect(stepAt(7, {}, lowered)).toMatchObject([{ number: 1 }]);
    expect(stepAt(12, once, lowered)).toMatchObject([{ number: 2 }]);
    expect(stepAt(900, twice, lowered)).toEqual([]);
  });

  it('[SAF4] nobody is ended who was not asked twice, however late our timers are', () => {
    expect(stepAt(40, {})).toMatchObject([{ number: 1 }]);
    expect(stepAt(44, { asked: 1, askedAt: after(40) })).toEqual([]);
    expect(stepAt(45, { asked: 1, askedAt: after(40) })).toMatchObject([{ number: 2 }]);
    expect(stepAt(49, { asked: 2, askedAt: after(45) })).toEqual([]);
  });

  it('[SAF4] it does not end within 5 minutes of our own last words', () => {
    expect(stepAt(17, { ...twice, lastReplyAt: after(13) })).toEqual([]);
    expect(stepAt(18, { ...twice, lastReplyAt: after(13) })).toHaveLength(1);
  });

  it('someone who left quickly, or is not held, is asked nothing', () => {
    const { id, service, epoch, isInDanger, dangerLoweredBy } = talking(false);
    expect(stepAt(20, {}, { id, service, epoch, isInDanger, dangerLoweredBy, state: 'waiting' })).toEqual([]);
    expect(stepAt(20, {}, { ...talking(false), visitorLeft: true })).toEqual([]);
  });
});
