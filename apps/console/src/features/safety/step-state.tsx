import { useState } from 'react';
import type { SafetyRecord } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import type { SafetyLoweringReason } from '@warmline/vocabulary';
import { useClient, useLive } from '../../shared/live/live-provider';
import { ownCallAbout, ownCalls, type OwnCall } from '../../shared/live/own-calls';
import type { PendingCall } from '../../shared/live/pending-calls';
import { useAct } from '../../shared/page/use-act';
import { SafetyReasonDialog } from '../../shared/safety/safety-reason-dialog';
import { safetyPanelWords } from './safety-panel-words';

const NONE_PENDING: readonly PendingCall[] = [];

/** Who answered a call of one's own about this conversation, while the record still says what it was when it was read. */
const useAnswer = (conversationId: string): OwnCall | null => {
  const help = useLive((live) => live.help);
  const call = ownCallAbout(ownCalls(help, NONE_PENDING), conversationId);
  return call?.stage === 'coming' || call?.stage === 'there' ? call : null;
};

const answerWords = ({ stage, by }: OwnCall): string =>
  stage === 'there' ? safetyPanelWords.there(by) : safetyPanelWords.coming(by);

const calledWords = ({ here, answeredBy }: NonNullable<SafetyRecord['called']>): string => {
  if (answeredBy !== null) return safetyPanelWords.coming(answeredBy);
  if (here.length === 0) return safetyPanelWords.calledNoneHere;
  return safetyPanelWords.called(here.join(safetyPanelWords.and), here.length === 1);
};

const CloseDialog = ({
  conversationId,
  onClose,
}: {
  readonly conversationId: string;
  readonly onClose: () => void;
}) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const close = async (reason: SafetyLoweringReason): Promise<void> => {
    if (await act(() => client.safety.close(conversationId, reason))) onClose();
  };
  return (
    <SafetyReasonDialog
      title={safetyPanelWords.stepCloseTitle}
      lead={safetyPanelWords.stepCloseLead}
      done={safetyPanelWords.stepClose}
      isBusy={isBusy}
      mistake={mistake}
      onClose={onClose}
      onReason={(reason) => void close(reason)}
    />
  );
};

/** Whether a safety step is open, who was called, and the supervisor's way to close it. */
export const StepState = ({
  record: { conversationId, step, called },
  isSupervisor,
}: {
  readonly record: SafetyRecord;
  readonly isSupervisor: boolean;
}) => {
  const [isClosing, setClosing] = useState(false);
  const answer = useAnswer(conversationId);
  const told = answer !== null ? answerWords(answer) : called === null ? null : calledWords(called);
  const state =
    told === null ? null : (
      <Banner tone={answer === null ? 'grave' : 'notice'} icon="notification">
        {told}
      </Banner>
    );
  if (step === null) return answer === null ? null : state;
  return (
    <>
      {state}
      {isSupervisor ? (
        <Button size="small" onPress={() => setClosing(true)}>
          {safetyPanelWords.stepClose}
        </Button>
      ) : null}
      {isClosing ? <CloseDialog conversationId={conversationId} onClose={() => setClosing(false)} /> : null}
    </>
  );
};
