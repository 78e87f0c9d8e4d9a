import { FEELS_BETTER, FELT_LISTENED_TO, type FeelingAfter, type Listened } from '@warmline/vocabulary';
import { shareOf, shownSurvey, type Share, type Shown } from './share';

/** A chat after which the visitor was asked. A part that they left out, and all of them without an answer, are null. */
export interface AskedChat {
  readonly isAnswered: boolean;
  readonly feeling: FeelingAfter | null;
  readonly listened: Listened | null;
}

/** What visitors say after chats. A figure of too few answers keeps its size and loses its part. */
export interface Survey {
  /** Better or much better / answers to that question. */
  readonly better: Shown;
  /** Yes / answers to that question. */
  readonly listened: Shown;
  /** Answered / asked: always said beside the two. */
  readonly response: Share;
}

/** Of chats that ended in an interval: docs/spec/figures.md#exact-definitions. */
export const survey = (asked: readonly AskedChat[]): Survey => ({
  better: shownSurvey(
    shareOf(
      asked.filter(({ feeling }) => feeling !== null),
      ({ feeling }) => feeling !== null && FEELS_BETTER.includes(feeling),
    ),
  ),
  listened: shownSurvey(
    shareOf(
      asked.filter(({ listened }) => listened !== null),
      ({ listened }) => listened === FELT_LISTENED_TO,
    ),
  ),
  response: shareOf(asked, ({ isAnswered }) => isAnswered),
});
