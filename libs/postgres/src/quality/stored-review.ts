import type { Instant, StaffId } from '@warmline/kernel';
import type { Marks, Review } from '@warmline/quality';
import {
  ITEM_MARKS,
  type AutomaticFail,
  type ItemMark,
  type Rater,
  type ReviewCause,
} from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import {
  moment,
  oneOf,
  optional,
  row,
  text,
  UnexpectedRow,
  type Column,
  type Columns,
} from '../connection/parse-rows';
import { ms } from '../connection/row-query';

export const rater = oneOf<Rater>({ first: true, second: true });

export const reviewCause = oneOf<ReviewCause>({
  marked: true,
  first_ten: true,
  safety_step: true,
  boundary: true,
  monthly: true,
});

export const automaticFail = oneOf<AutomaticFail>({
  promised_secrecy: true,
  gave_contact_details: true,
  left_band_1: true,
});

const isMark = (answer: unknown): answer is ItemMark => ITEM_MARKS.some((mark) => mark === answer);
const itemMark: Column<ItemMark> = (answer) => {
  if (isMark(answer)) return answer;
  throw new UnexpectedRow('expected a mark');
};

export const marks: Column<Marks> = row<Marks>({
  opening: itemMark,
  listening: itemMark,
  questions: itemMark,
  asking_about_suicide: itemMark,
  when_not_safe: itemMark,
  next_step: itemMark,
  closing: itemMark,
  boundaries: itemMark,
});

/** A review as the rules know it, of the table `review r`. */
export const REVIEW = `r.id, r.service_id as service, r.conversation_id as conversation, r.responder_id as responder, r.rater,
  r.reviewer_id as reviewer, ${ms('r.due_at', 'dueAt')}, ${ms('r.given_at', 'givenAt')}`;

export const reviewColumns: Columns<Review> = {
  id: text,
  service: known.service,
  conversation: known.conversation,
  responder: known.staff,
  rater,
  reviewer: optional<StaffId>(known.staff),
  dueAt: moment,
  givenAt: optional<Instant>(moment),
};
