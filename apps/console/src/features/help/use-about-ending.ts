import type { EndingToWriteUp } from '@warmline/contracts';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { endingsWords } from './endings-words';

/** Who left in danger, how, and how long ago, in words. */
export const useAboutEnding = () => {
  const now = useNow(30_000);
  return ({ visitorName, conversationId, how, at }: EndingToWriteUp): string =>
    endingsWords.left(
      visitorCalled(visitorName, conversationId),
      endingsWords.hows[how],
      minutesBetween(at, now),
    );
};
