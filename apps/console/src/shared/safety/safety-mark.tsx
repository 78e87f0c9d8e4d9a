import type { Safety } from '@warmline/contracts';
import { Mark, type MarkProps } from '@warmline/ui';
import type { SafetyAnswer } from '@warmline/vocabulary';
import { safetyWords } from './safety-words';

const LOOKS: Record<SafetyAnswer, Pick<MarkProps, 'tone' | 'icon'>> = {
  not_safe_now: { tone: 'grave', icon: 'warn' },
  not_sure: { tone: 'notice', icon: 'question' },
  said_safe: { tone: 'plain', icon: 'check' },
  did_not_say: { tone: 'plain', icon: 'speech' },
};

/** What is known of whether a visitor is safe now: the same words and icon wherever a conversation is shown. */
export const SafetyMark = ({
  safety: { answer, stepAt },
}: {
  readonly safety: Pick<Safety, 'answer' | 'stepAt'>;
}) => (
  <>
    <Mark {...LOOKS[answer]}>{safetyWords.answers[answer]}</Mark>
    {stepAt === undefined ? null : (
      <Mark tone="grave" icon="warn">
        {safetyWords.stepOpen}
      </Mark>
    )}
  </>
);
