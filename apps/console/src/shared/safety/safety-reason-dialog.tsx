import { useState } from 'react';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { SAFETY_LOWERING_REASONS, type SafetyLoweringReason } from '@warmline/vocabulary';
import { commonWords } from '../i18n/common-words';
import { safetyWords } from './safety-words';

export interface SafetyReasonDialogProps {
  readonly title: string;
  readonly lead: string;
  /** What the button says that does it. */
  readonly done: string;
  readonly isBusy: boolean;
  readonly mistake: string | null;
  readonly onClose: () => void;
  readonly onReason: (reason: SafetyLoweringReason) => void;
}

/** Only a person lowers a safety answer or closes a safety step, and says why. */
export const SafetyReasonDialog = (props: SafetyReasonDialogProps) => {
  const { title, lead, done, isBusy, mistake, onClose, onReason } = props;
  const [reason, setReason] = useState<SafetyLoweringReason | null>(null);
  const [isChecked, setChecked] = useState(false);
  const submit = (): void => {
    setChecked(true);
    if (reason !== null) onReason(reason);
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p>{lead}</p>
      <OneOf<SafetyLoweringReason>
        label={safetyWords.lowerWhy}
        shape="lines"
        choices={SAFETY_LOWERING_REASONS.map((value) => ({ value, label: safetyWords.reasons[value] }))}
        value={reason}
        onChange={setReason}
        mistake={isChecked && reason === null ? safetyWords.lowerChoose : undefined}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={submit}>
          {done}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
