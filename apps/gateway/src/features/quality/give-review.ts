import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Assessment, Reply } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { later, type ConversationId } from '@warmline/kernel';
import { ReviewReadModel, type LockedReview, type Stores } from '@warmline/postgres';
import {
  FEEDBACK_WITHIN,
  giveReview,
  hasEveryMark,
  putReviewBack,
  replyToFeedback,
  scoreOf,
  takeReview,
  writingRefusal,
} from '@warmline/quality';
import type { ConversationKey } from '@warmline/sealing';
import { FEEDBACK_REPLIES_MAX, type AutomaticFail, type Refusal } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';
import { boundDraft, boundReply, boundWords } from './assessment-text';

export interface WrittenReply {
  readonly review: string;
  readonly id: string;
  readonly words: string;
}

/** A review under its lock, and the key of its conversation. */
interface Writing extends LockedReview {
  readonly stores: Stores;
  readonly key: ConversationKey;
}

/** Supervisors mark, take and give reviews, and the responder replies. Words are sealed under the key of the conversation. */
@Injectable()
export class GiveReview {
  constructor(
    private readonly changes: Changes,
    private readonly reviews: ReviewReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** The review of the last holder's work, planned now unless there is one. Refuses `not_found` where nobody held it. */
  async mark(
    { service, staff: by }: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<Reply<{ reviewId: string }>> {
    const responder = await this.reviews.findLastHolder(conversation, service);
    if (responder === null) return refused('not_found');
    const review = randomUUID();
    const reviewId = await this.changes.commit(async (stores) => {
      const at = await stores.now();
      const fact = { type: 'review_planned', service, conversation, review, responder, by, at } as const;
      const times = { dueAt: later(at, FEEDBACK_WITHIN), drawnOn: null };
      const isNew = await stores.reviews.plan({ ...fact, because: 'marked', rater: 'first' }, times);
      return isNew ? review : stores.reviews.findPlanned(conversation, responder);
    });
    return reviewId === null ? refused('not_found') : done({ reviewId });
  }

  /** Null when it is theirs. Refuses `not_found`, `not_yourself`, `review_given`, `review_taken`. */
  async take({ service, staff: by }: StaffPrincipal, id: string): Promise<Refusal | null> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.reviews.lock({ id, service, staff: by });
      if (locked === null) return 'not_found';
      const { review, hasHeld, isOtherRater } = locked;
      const decision = takeReview(review, { by, hasHeld, isOtherRater, at: await stores.now() });
      if (!decision.accepted) return decision.refusal;
      for (const fact of decision.events) await stores.reviews.take(fact);
      return null;
    });
  }

  /** Null when it is free again. Refuses `not_found`, `review_given`, `review_taken`. */
  async putBack({ service, staff: by }: StaffPrincipal, id: string): Promise<Refusal | null> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.reviews.lock({ id, service, staff: by });
      if (locked === null) return 'not_found';
      const decision = putReviewBack(locked.review, { by, at: await stores.now() });
      if (!decision.accepted) return decision.refusal;
      for (const fact of decision.events) await stores.reviews.putBack(fact);
      return null;
    });
  }

  /** Null when it is stored; the last one counts. Refuses `not_found`, `review_given`, `review_taken`. */
  async saveDraft(person: StaffPrincipal, id: string, assessment: Assessment): Promise<Refusal | null> {
    return this.write(person, id, async ({ stores, review, key }) => {
      const refusal = writingRefusal(review, person.staff);
      if (refusal !== null) return refusal;
      await stores.reviews.saveDraft(id, key.seal(JSON.stringify(assessment), boundDraft(id)));
      return null;
    });
  }

  /** Null when it is given; the same again is the same. Refuses as `saveDraft`, and `review_incomplete`. */
  async give(person: StaffPrincipal, id: string, assessment: Assessment): Promise<Refusal | null> {
    return this.write(person, id, async (writing) => {
      const { stores, review, key } = writing;
      if (await isGivenAlready(writing, person, assessment)) return null;
      const decision = giveReview(review, assessment, { by: person.staff, at: await stores.now() });
      if (!decision.accepted) return decision.refusal;
      const { marks, words } = assessment;
      if (!hasEveryMark(marks)) return 'review_incomplete';
      const wordsSealed = words === '' ? null : key.seal(words, boundWords(id));
      const given = { marks, fails: inOrder(assessment.fails), score: scoreOf(marks), wordsSealed };
      for (const fact of decision.events) await stores.reviews.give(fact, given);
      return null;
    });
  }

  /** A known id answers with its first number. Refuses `empty_message`, `not_found`, `different_body`, and `too_fast` once there are twenty. */
  async reply(
    person: StaffPrincipal,
    { review: id, id: reply, words }: WrittenReply,
  ): Promise<Reply<Acknowledgement>> {
    if (words.trim() === '') return refused('empty_message');
    const by = person.staff;
    const answer = await this.write<Reply<Acknowledgement> | Refusal>(
      person,
      id,
      async ({ stores, review, key }) => {
        const decision = replyToFeedback(review, { by, reply, at: await stores.now() });
        if (!decision.accepted) return decision.refusal;
        const bound = boundReply(id, reply);
        const before = await stores.reviews.findReply(id, reply);
        if (before !== null) {
          if (before.staff !== by || key.open(before.sealed, bound) !== words) return 'different_body';
          return done({ id: reply, seq: before.number, at: before.at });
        }
        if ((await stores.reviews.countReplies(id)) >= FEEDBACK_REPLIES_MAX) return 'too_fast';
        const sealed = key.seal(words, bound);
        for (const fact of decision.events) {
          const { number: seq, at } = await stores.reviews.addReply(fact, sealed);
          return done({ id: reply, seq, at });
        }
        return 'not_found';
      },
    );
    return typeof answer === 'string' ? refused(answer) : answer;
  }

  /** The key is opened before the transaction: inside one, a change waits for Postgres alone. */
  private async write<Answer>(
    { service, staff }: StaffPrincipal,
    id: string,
    work: (writing: Writing) => Promise<Answer>,
  ): Promise<Answer | 'not_found'> {
    const known = await this.reviews.loadReview({ service, staff }, id);
    const key = known === null ? null : await this.texts.keyOf(known.conversation);
    if (key === null) return 'not_found';
    return this.changes.commit(async (stores) => {
      const locked = await stores.reviews.lock({ id, service, staff });
      return locked === null ? 'not_found' : work({ ...locked, stores, key });
    });
  }
}

/** In the order of the list, each once. */
const inOrder = (fails: readonly AutomaticFail[]): AutomaticFail[] => [...new Set(fails)].sort();

/** Their own, with the same marks, findings and words: an answer was lost on its way. */
const isGivenAlready = async (
  { stores, review, key }: Writing,
  { staff }: StaffPrincipal,
  { marks, fails, words }: Assessment,
): Promise<boolean> => {
  if (review.reviewer !== staff || review.givenAt === null || !hasEveryMark(marks)) return false;
  const given = await stores.reviews.findGiven(review.id, { marks, fails: inOrder(fails) });
  if (given === null) return false;
  const stored = given.wordsSealed === null ? '' : key.open(given.wordsSealed, boundWords(review.id));
  return stored === words;
};
