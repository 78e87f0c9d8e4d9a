import type { ReactNode } from 'react';
import type { CaseloadItem } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, OneOf } from '@warmline/ui';
import { RESPONDER_END_REASONS, type ResponderEndReason } from '@warmline/vocabulary';
import { setEnding } from '../../shared/desk/desk-view';
import { SafetyMark } from '../../shared/safety/safety-mark';
import { endWords } from './conversation-words';

const choices = RESPONDER_END_REASONS.map((value) => ({ value, label: endWords.reasons[value] }));

export interface EndingDialogProps {
  readonly item: CaseloadItem;
  readonly title: string;
  readonly lead: ReactNode;
  /** What the visitor would not get. */
  readonly leftUnsaid: string | null;
  readonly reason: ResponderEndReason | null;
  readonly onReason: (reason: ResponderEndReason) => void;
  /** It was tried without a reason. */
  readonly isReasonMissing: boolean;
  /** What else is asked. */
  readonly children: ReactNode;
  readonly mistake: string | null;
  readonly confirm: {
    readonly kind: 'main' | 'grave';
    readonly label: string;
    readonly isBusy: boolean;
    readonly onPress: () => void;
  };
}

/** What is asked before a conversation ends, whether one person ends it or two decide. */
export const EndingDialog = (props: EndingDialogProps) => {
  const { item, title, lead, leftUnsaid, reason, onReason, isReasonMissing, children, mistake } = props;
  const { kind, label, isBusy, onPress } = props.confirm;
  return (
    <Dialog title={title} isOpen onClose={() => setEnding(false)}>
      <p>
        <SafetyMark safety={item.safety} />
      </p>
      {lead}
      {leftUnsaid === null ? null : (
        <Banner tone="notice" icon="warn">
          {leftUnsaid}
        </Banner>
      )}
      <OneOf<ResponderEndReason>
        label={endWords.reason}
        choices={choices}
        shape="lines"
        value={reason}
        onChange={onReason}
        mistake={isReasonMissing && reason === null ? endWords.choose : undefined}
      />
      {children}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={() => setEnding(false)}>{endWords.keep}</Button>
        <Button kind={kind} isBusy={isBusy} onPress={onPress}>
          {label}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};
