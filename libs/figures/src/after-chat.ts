import type { FeelingAfter, Listened } from '@warmline/vocabulary';
import { shareOf, SURVEY_LEAST, type Share, type Shown } from './share';

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

const shown = (share: Share): Shown => (share.of < SURVEY_LEAST ? { part: null, of: share.of } : share);

/** Of chats that ended in an interval: docs/spec/figures.md#exact-definitions. */
export const survey = (asked: readonly AskedChat[]): Survey => ({
  better: shown(
    shareOf(
      asked.filter(({ feeling }) => feeling !== null),
      ({ feeling }) => feeling === 'better' || feeling === 'much_better',
    ),
  ),
  listened: shown(
    shareOf(
      asked.filter(({ listened }) => listened !== null),
      ({ listened }) => listened === 'yes',
    ),
  ),
  response: shareOf(asked, ({ isAnswered }) => isAnswered),
});
