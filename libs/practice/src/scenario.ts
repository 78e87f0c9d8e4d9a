import type { EndReason, PracticeLook, PracticeScenario, SafetyAnswer } from '@warmline/vocabulary';
import type { Signal } from './signals';

/** When the visitor of a scenario goes on, and to which state. The first that fits counts. */
export type Move =
  | {
      /** At least one of these was in what the responder wrote since the visitor's last words. */
      readonly on: readonly Signal[];
      /** And this was done at any time before. */
      readonly ever?: Signal;
      readonly to: string;
    }
  /** So many minutes of practice time passed without a word of the responder. */
  | { readonly silentFor: number; readonly to: string };

export interface State {
  /** What the visitor writes on coming here, one message each. None for a visitor who is silent. */
  readonly says: readonly string[];
  /** None where the visitor leaves. */
  readonly moves: readonly Move[];
  /** The visitor leaves after these words, and the conversation ends so. */
  readonly ends?: EndReason;
}

/** One written scenario. Its states have no circle, so each conversation ends. */
export interface Scenario {
  readonly code: PracticeScenario;
  /** Grows when the words or states change: a practice under way is not played on with other words. */
  readonly version: number;
  /** '' for a visitor who gave no name. */
  readonly visitorName: string;
  /** What the visitor said at the one safety question. */
  readonly safety: SafetyAnswer;
  readonly begins: string;
  readonly states: Readonly<Record<string, State>>;
  /** What it looks for, in the order of the checklist. */
  readonly looksFor: readonly PracticeLook[];
  /** Those that passing needs. */
  readonly needed: readonly PracticeLook[];
}
