import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { SAFETY_LOWERING_REASONS, type SafetyAnswer, type SafetyLoweringReason } from '@warmline/vocabulary';
import { commonWords } from '../i18n/common-words';
import { safetyWords } from './safety-words';

export interface LowerSafetyDialogProps {
  readonly answer: SafetyAnswer;
  readonly isBusy: boolean;
  readonly mistake: string | null;
  readonly onClose: () => void;
  readonly onLower: (reason: SafetyLoweringReason) => void;
}

/** Only a person lowers a safety answer, and says why. */
export const LowerSafetyDialog = (props: LowerSafetyDialogProps) => {
  const { answer, isBusy, mistake, onClose, onLower } = props;
  const [reason, setReason] = useState<SafetyLoweringReason | null>(null);
  const [isMissing, setMissing] = useState(false);
  const lower = (): void => {
    setMissing(reason === null);
    if (reason !== null) onLower(reason);
  };
  const wrong = isMissing && reason === null ? safetyWords.lowerChoose : mistake;
  return (
    <Dialog title={safetyWords.lowerTitle(safetyWords.answers[answer])} isOpen onClose={onClose}>
      <p>{safetyWords.lowerLead}</p>
      <OneOf<SafetyLoweringReason>
        label={safetyWords.lowerWhy}
        shape="lines"
        choices={SAFETY_LOWERING_REASONS.map((value) => ({ value, label: safetyWords.reasons[value] }))}
        value={reason}
        onChange={setReason}
      />
      {wrong === null ? null : <Banner tone="grave">{wrong}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={lower}>
          {isBusy ? safetyWords.lowering : safetyWords.lower}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
