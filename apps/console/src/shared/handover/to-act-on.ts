import type { LiveView } from '@warmline/contracts';

/** A conversation a supervisor picks from the live view, to reassign it or to take it over. */
export interface ToActOn {
  readonly conversationId: string;
  /** '' where they gave none. */
  readonly visitorName: string;
  readonly epoch: number;
  readonly band: LiveView['waiting'][number]['band'];
  readonly language: string | null;
  /** Since when it is talked in, or waits. */
  readonly since: number;
  /** Who holds it, or held it last; null for a first wait. */
  readonly holder: { readonly name: string; readonly isGone: boolean } | null;
  /** They wait: the first who takes them keeps them. */
  readonly waits: boolean;
}

export type SupervisorAct = 'hand_over' | 'take_over' | 'mark_for_review';

export const ofRunning = (one: LiveView['conversations'][number]): ToActOn => ({
  conversationId: one.conversationId,
  visitorName: one.visitorName,
  epoch: one.epoch,
  band: one.band,
  language: null,
  since: one.joinedAt,
  holder: { name: one.responderName, isGone: !one.responderPresent },
  waits: false,
});

export const ofWaiting = (one: LiveView['waiting'][number]): ToActOn => ({
  conversationId: one.conversationId,
  visitorName: one.visitorName,
  epoch: one.epoch,
  band: one.band,
  language: one.language,
  since: one.enteredAt,
  holder: one.heldBefore === null ? null : { name: one.heldBefore, isGone: true },
  waits: true,
});
