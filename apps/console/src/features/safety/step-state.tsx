import { useState } from 'react';
import type { SafetyRecord } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { SAFETY_LOWERING_REASONS, type SafetyLoweringReason } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { safetyWords } from '../../shared/safety/safety-words';
import { safetyPanelWords } from './safety-panel-words';

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
  const [reason, setReason] = useState<SafetyLoweringReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const close = async (): Promise<void> => {
    setMissing(reason === null);
    if (reason !== null && (await act(() => client.safety.close(conversationId, reason)))) onClose();
  };
  const wrong = isMissing && reason === null ? safetyPanelWords.stepCloseChoose : mistake;
  return (
    <Dialog title={safetyPanelWords.stepCloseTitle} isOpen onClose={onClose}>
      <p>{safetyPanelWords.stepCloseLead}</p>
      <OneOf<SafetyLoweringReason>
        label={safetyPanelWords.stepCloseWhy}
        shape="lines"
        choices={SAFETY_LOWERING_REASONS.map((value) => ({ value, label: safetyWords.reasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void close()}>
          {safetyPanelWords.stepClose}
        </Button>
      </DialogFoot>
    </Dialog>
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
  if (step === null) return null;
  return (
    <>
      {called === null ? null : (
        <Banner tone="grave" icon="notification">
          {calledWords(called)}
        </Banner>
      )}
      {isSupervisor ? (
        <Button size="small" onPress={() => setClosing(true)}>
          {safetyPanelWords.stepClose}
        </Button>
      ) : null}
      {isClosing ? <CloseDialog conversationId={conversationId} onClose={() => setClosing(false)} /> : null}
    </>
  );
};
