import { instant } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import { RUBRIC_ITEMS, type ItemMark, type RubricItem } from '@warmline/vocabulary';
import {
  giveReview,
  isFeedbackFor,
  maySeeAssessment,
  putReviewBack,
  replyToFeedback,
  takeReview,
  type Review,
} from './review';
import { hasFailed, scoreOf, type Marks } from './score';

const [sam, ana, jo] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
const at = instant(1_000);
const allMarks = (mark: ItemMark, over: Partial<Record<RubricItem, ItemMark>> = {}): Marks => ({
  ...(Object.fromEntries(RUBRIC_ITEMS.map((item) => [item, mark])) as Record<RubricItem, ItemMark>),
  ...over,
});
const aReview = (over: Partial<Review> = {}): Review => ({
  id: 'review',
  service: numbered.service(1),
  conversation: numbered.conversation(1),
  responder: sam,
  rater: 'first',
  reviewer: null,
  dueAt: instant(5_000),
  givenAt: null,
  ...over,
});
const byAna = { by: ana, at };
const taking = { ...byAna, hasHeld: false, isOtherRater: false };
const whole = { marks: allMarks(2), fails: [], words: 'You listened well.' };

describe('taking a review', () => {
  it('[QLT2] is for anyone who did not hold the conversation and does not give the other reading', () => {
    expect(takeReview(aReview(), taking)).toMatchObject({
      events: [{ type: 'review_taken', by: ana, responder: sam }],
    });
    const notThem = { accepted: false, refusal: 'not_yourself' };
    expect(takeReview(aReview({ responder: ana }), taking)).toEqual(notThem);
    expect(takeReview(aReview(), { ...taking, hasHeld: true })).toEqual(notThem);
    expect(takeReview(aReview(), { ...taking, isOtherRater: true })).toEqual(notThem);
  });

  it('twice is once, and another person’s is theirs until they put it back', () => {
    const taken = aReview({ reviewer: ana });
    expect(takeReview(taken, taking)).toEqual({ accepted: true, events: [] });
    expect(takeReview(taken, { ...taking, by: jo })).toMatchObject({ refusal: 'review_taken' });
    expect(putReviewBack(taken, { by: jo, at })).toMatchObject({ refusal: 'review_taken' });
    expect(putReviewBack(taken, byAna)).toMatchObject({ events: [{ type: 'review_put_back' }] });
    expect(takeReview(aReview({ reviewer: ana, givenAt: at }), taking)).toMatchObject({
      refusal: 'review_given',
    });
  });
});

describe('a review that is overdue', () => {
  it('is taken over by anyone who may give it, also from who has it', () => {
    const late = { ...taking, by: jo, at: instant(5_001) };
    const taken = aReview({ reviewer: ana });
    expect(takeReview(taken, late)).toMatchObject({ events: [{ type: 'review_taken', by: jo }] });
    expect(takeReview(taken, { ...late, at: instant(5_000) })).toMatchObject({ refusal: 'review_taken' });
    expect(takeReview(taken, { ...late, by: ana })).toEqual({ accepted: true, events: [] });
    expect(takeReview(taken, { ...late, hasHeld: true })).toMatchObject({ refusal: 'not_yourself' });
    expect(takeReview({ ...taken, givenAt: at }, late)).toMatchObject({ refusal: 'review_given' });
  });
});

describe('giving a review', () => {
  it('needs every mark, and of the first rater a word to the responder', () => {
    const taken = aReview({ reviewer: ana });
    expect(giveReview(taken, whole, byAna)).toMatchObject({ events: [{ type: 'review_given' }] });
    const missing = { accepted: false, refusal: 'review_incomplete' };
    for (const item of RUBRIC_ITEMS)
      expect(giveReview(taken, { ...whole, marks: { ...whole.marks, [item]: null } }, byAna)).toEqual(
        missing,
      );
    expect(giveReview(taken, { ...whole, words: ' \n' }, byAna)).toEqual(missing);
    expect(giveReview({ ...taken, rater: 'second' }, { ...whole, words: '' }, byAna)).toMatchObject({
      accepted: true,
    });
  });

  it('is done once, by who has taken it', () => {
    expect(giveReview(aReview(), whole, byAna)).toMatchObject({ refusal: 'review_taken' });
    expect(giveReview(aReview({ reviewer: jo }), whole, byAna)).toMatchObject({ refusal: 'review_taken' });
    for (const reviewer of [ana, jo])
      expect(giveReview(aReview({ reviewer, givenAt: at }), whole, byAna)).toMatchObject({
        refusal: 'review_given',
      });
  });
});

describe('who sees a review', () => {
  it('[QLT2] nobody but its own rater sees one of two before both are given', () => {
    const given = aReview({ reviewer: ana, givenAt: at });
    const [open, both] = [{ givenAt: null }, { givenAt: at }];
    expect([open, both, null].map((other) => maySeeAssessment(given, other, jo))).toEqual([
      false,
      true,
      true,
    ]);
    expect(maySeeAssessment(given, open, ana)).toBe(true);
    expect(maySeeAssessment(aReview({ reviewer: ana }), null, jo)).toBe(false);
  });

  it('feedback is for its responder, once it is given, by the first rater', () => {
    const given = aReview({ reviewer: ana, givenAt: at });
    expect(isFeedbackFor(given, sam)).toBe(true);
    for (const not of [aReview(), { ...given, rater: 'second' } as const, { ...given, responder: jo }])
      expect(isFeedbackFor(not, sam)).toBe(false);
    const reply = { by: sam, reply: 'reply', at };
    expect(replyToFeedback(given, reply)).toMatchObject({ events: [{ type: 'feedback_replied', by: sam }] });
    expect(replyToFeedback(given, { ...reply, by: ana })).toMatchObject({ refusal: 'not_found' });
  });
});

describe('the score', () => {
  it.each([
    [allMarks(2), 100],
    [allMarks(0), 0],
    [allMarks(1), 50],
    [allMarks(2, { opening: 0, closing: 'not_applicable', when_not_safe: 'not_applicable' }), 83],
    [allMarks('not_applicable'), null],
  ])('is the share of the points of the items that apply', (marks, score) => {
    expect(scoreOf(marks)).toBe(score);
  });

  it('a finding fails a conversation whatever its score', () => {
    expect([hasFailed([]), hasFailed(['promised_secrecy'])]).toEqual([false, true]);
  });
});
