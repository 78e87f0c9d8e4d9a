import type { SafetyEntry } from '@warmline/conversation';
import type { EndReason, SafetyAnswer, Urgency } from '@warmline/vocabulary';

/** What the people of a practice conversation do. `visitor_say` and `visitor_end` are of a colleague who plays the visitor. */
export type PracticeAct =
  | { readonly kind: 'say'; readonly words: string }
  | { readonly kind: 'visitor_say'; readonly words: string }
  | { readonly kind: 'visitor_end' }
  | { readonly kind: 'safety'; readonly answer: SafetyAnswer }
  | { readonly kind: 'record'; readonly entry: SafetyEntry }
  | { readonly kind: 'call'; readonly urgency: Urgency }
  | { readonly kind: 'note'; readonly words: string }
  /** Practice time goes on by so many minutes at once. */
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'end'; readonly reason: EndReason }
  /** The ending is written up: practice is over. */
  | { readonly kind: 'wrap_up' }
  /** Left before the end. */
  | { readonly kind: 'leave' };

/** An act as it is stored. */
export interface StoredAct {
  readonly id: string;
  /** Since the practice conversation began, by the clock of the database (ms). */
  readonly at: number;
  readonly act: PracticeAct;
}
