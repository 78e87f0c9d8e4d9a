import type { HelpCall, HelpView } from '@warmline/contracts';
import type { PendingCall } from './pending-calls';

/** The stages of a person's own call, in order. */
export type CallStage = 'sending' | 'called' | 'coming' | 'there' | 'left';

export interface OwnCall {
  readonly callId: string;
  readonly conversationId: string | null;
  readonly isUrgent: boolean;
  /** Facts in the safety record made it, or made it urgent: this person did not call. */
  readonly isByFacts: boolean;
  readonly stage: CallStage;
  /** Who said that they are coming; '' before. */
  readonly by: string;
  /** By the server's clock; null before it has answered. */
  readonly calledAt: number | null;
}

const stageOf = ({ answered, joinedAt, isThere, conversationId }: HelpCall): CallStage => {
  if (answered === null) return 'called';
  if (joinedAt === null) return 'coming';
  return isThere || conversationId === null ? 'there' : 'left';
};

const ofHelpCall = (call: HelpCall): OwnCall => ({
  callId: call.id,
  conversationId: call.conversationId,
  isUrgent: call.urgency === 'urgent',
  isByFacts: call.because === 'facts',
  stage: stageOf(call),
  by: call.answered?.by.name ?? '',
  calledAt: call.calledAt,
});

/** One's own calls: those the server knows, and those it has not answered yet. What was taken back is not among them. */
export const ownCalls = (help: HelpView | null, pending: readonly PendingCall[]): readonly OwnCall[] => {
  const known = help?.mine ?? [];
  const isEnding = (callId: string): boolean => pending.some((one) => one.callId === callId && one.isEnding);
  const unknown = pending.filter(
    (one) => !one.isEnding && !known.some(({ conversationId }) => conversationId === one.conversationId),
  );
  return [
    ...known
      .filter(({ id }) => !isEnding(id))
      .map((call) => {
        const own = ofHelpCall(call);
        const isRaised = pending.some((one) => one.callId === call.id && one.urgency === 'urgent');
        return isRaised ? { ...own, isUrgent: true } : own;
      }),
    ...unknown.map(({ callId, conversationId, urgency }): OwnCall => ({
      callId,
      conversationId,
      isUrgent: urgency === 'urgent',
      isByFacts: false,
      stage: 'sending',
      by: '',
      calledAt: null,
    })),
  ];
};

export const ownCallAbout = (calls: readonly OwnCall[], conversationId: string | null): OwnCall | undefined =>
  calls.find((call) => call.conversationId === conversationId);
