import type { StaffCommands } from '../commands';
import type { FeedbackSummary, qualityCommands, ReviewSummary } from '../quality';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = 1_750_000_000_000;
const about = { reviewId: id(31) };
const marks = {
  opening: 2,
  listening: 1,
  questions: 2,
  asking_about_suicide: 'not_applicable',
  when_not_safe: 'not_applicable',
  next_step: 0,
  closing: 2,
  boundaries: 2,
} as const;
const assessment = {
  marks: { ...marks, closing: null },
  fails: ['promised_secrecy' as const],
  words: 'Warm.',
};
const given = { marks, fails: [], score: 75, words: 'Warm.' };
const replies = [{ id: id(32), by: 'Sam', at, words: 'Thank you.' }];

export const aReviewSummary: ReviewSummary = {
  id: id(31),
  conversationId: id(1),
  because: 'first_ten',
  rater: 'first',
  responderName: 'Sam',
  reviewerName: null,
  isMine: false,
  isNotForMe: false,
  isFree: true,
  band: 2,
  endedAt: at,
  dueAt: at,
  givenAt: null,
  readAt: null,
  replies: 0,
};
const feedback: FeedbackSummary = {
  id: id(31),
  conversationId: id(1),
  because: 'first_ten',
  by: 'Ana',
  endedAt: at,
  givenAt: at,
  readAt: null,
  replies: 1,
};

/** One well-formed payload and reply of everything about quality reviews. */
export const qualitySamples: Pick<StaffCommands, keyof typeof qualityCommands> = {
  'reviews:list': {
    payload: {},
    reply: {
      now: at,
      open: [aReviewSummary],
      openInAll: 1,
      overdue: 0,
      given: [],
      figures: { given: 12, score: 80, ratedTwice: 3, kappa: null },
    },
  },
  'review:mark': { payload: { conversationId: id(1) }, reply: about },
  'review:take': { payload: about, reply: {} },
  'review:put_back': { payload: about, reply: {} },
  'review:open': {
    payload: about,
    reply: {
      review: aReviewSummary,
      visitorName: 'Robin',
      draft: assessment,
      suggested: [{ finding: 'promised_secrecy', seq: 3, words: 'stays between us' }],
      given,
      isHidden: false,
      replies,
    },
  },
  'review:read': { payload: { ...about, after: 0 }, reply: { entries: [], head: 0 } },
  'review:save': { payload: { ...about, assessment }, reply: {} },
  'review:give': { payload: { ...about, assessment }, reply: {} },
  'feedback:list': { payload: {}, reply: { feedback: [feedback] } },
  'feedback:read': { payload: about, reply: { feedback, given, replies } },
  'feedback:reply': {
    payload: { ...about, id: id(32), words: 'Thank you.' },
    reply: { id: id(32), seq: 1, at },
  },
};
