import type { SafetyAnswer, SafetyLoweringReason } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../i18n/isolated';
import { min } from '../i18n/spans';

const ago = (minutes: number): string => (minutes < 1 ? 'just now' : `${min(minutes)} ago`);

export const safetyWords = withIsolatedTexts({
  title: 'Safety answer',
  stepOpen: 'Safety step open',
  answers: {
    not_safe_now: 'Not safe now',
    not_sure: 'Not sure if safe',
    said_safe: 'Said they are safe',
    did_not_say: 'Did not say if safe',
  } satisfies Record<SafetyAnswer, string>,
  byVisitor: (minutes: number) => `Their own answer, ${ago(minutes)}`,
  byStaff: (name: string, minutes: number) => `Set by ${name}, ${ago(minutes)}`,
  changedBy: (name: string, answer: string) => `${name} set this to: ${answer}`,
  change: (answer: string) => `Safety answer: ${answer}. Change it`,
  hints: {
    not_safe_now: 'They are in danger or have hurt themselves. They are answered first.',
    not_sure: 'They do not know whether they are safe.',
    said_safe: 'They told you that they are safe.',
    did_not_say: 'You do not know.',
  } satisfies Record<SafetyAnswer, string>,
  lowerTitle: (answer: string) => `Change to “${answer}”?`,
  lowerLead: 'We record the change and the reason. Everyone who sees this conversation sees your name.',
  lowerWhy: 'Reason (recorded)',
  lowerChoose: 'Choose a reason.',
  lower: 'Change',
  lowering: 'Changing…',
  reasons: {
    said_since: 'They have said since that they are safer',
    set_by_mistake: 'It was set by mistake',
    misunderstood: 'Their answer was misunderstood',
  } satisfies Record<SafetyLoweringReason, string>,
});
