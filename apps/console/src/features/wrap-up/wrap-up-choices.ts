import type { ContactKind, Outcome, Topic } from '@warmline/contracts';

// The contract's lists as a person chooses from them, written out since its schemas stay out of the page.
export const TOPICS_MAX = 3;
export const NOTE_MAX = 500;

export const KINDS: readonly ContactKind[] = ['conversation', 'silent', 'wrong_service', 'test', 'abusive'];
export const OUTCOMES: readonly Outcome[] = ['calmer', 'same', 'worse', 'unknown'];
export const TOPICS: readonly Topic[] = [
  'feelings_and_mental_health',
  'suicide',
  'self_harm',
  'loneliness',
  'relationships_and_family',
  'bereavement',
  'abuse_or_violence',
  'sexual_violence',
  'identity_and_discrimination',
  'school_work_study',
  'money_and_housing',
  'physical_health_and_disability',
  'alcohol_drugs_other_habits',
  'worried_about_someone_else',
];
