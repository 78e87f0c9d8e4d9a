import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { PracticeScenario } from '@warmline/vocabulary';

interface AboutPractice {
  readonly service: ServiceId;
  readonly practice: string;
  readonly at: Instant;
}

/** What is recorded of practice. Never what anyone wrote in it. */
export type PracticeEvent =
  | (AboutPractice & {
      readonly type: 'practice_began';
      readonly staff: StaffId;
      /** Null where a colleague plays the visitor. */
      readonly scenario: PracticeScenario | null;
      readonly colleague: StaffId | null;
    })
  | (AboutPractice & {
      readonly type: 'practice_ended';
      readonly staff: StaffId;
      readonly result: 'passed' | 'not_passed' | 'left';
    })
  /** A supervisor opened the lines of someone else's practice. */
  | (AboutPractice & { readonly type: 'practice_read'; readonly staff: StaffId; readonly by: StaffId })
  | (AboutPractice & { readonly type: 'practice_word_added'; readonly staff: StaffId; readonly by: StaffId });

export type PracticeFact<Type extends PracticeEvent['type']> = Extract<PracticeEvent, { type: Type }>;
