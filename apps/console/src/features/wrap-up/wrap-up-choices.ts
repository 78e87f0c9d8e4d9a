import type { ContactKind, Outcome } from '@warmline/contracts';

// The contract's lists as a person chooses from them, written out since its schemas stay out of the page.
export const TOPICS_MAX = 3;
export const NOTE_MAX = 500;

export const KINDS: readonly ContactKind[] = ['conversation', 'silent', 'wrong_service', 'test', 'abusive'];
export const OUTCOMES: readonly Outcome[] = ['calmer', 'same', 'worse', 'unknown'];
