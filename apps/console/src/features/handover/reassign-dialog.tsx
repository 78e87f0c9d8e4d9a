import type { Entry } from '@warmline/contracts';
import { Dialog } from '@warmline/ui';
import type { ToActOn } from '../../shared/handover/to-act-on';
import { useLive } from '../../shared/live/live-provider';
import { prefillBrief } from './brief-prefill';
import { HandoverForm } from './handover-form';
import { handoverViewWords } from './handover-words';

const NOTHING: readonly Entry[] = [];

export interface ReassignDialogProps {
  readonly what: ToActOn;
  readonly onClose: () => void;
  readonly onProposed: () => void;
}

/** Lets a supervisor hand over someone else's conversation. It quotes only a conversation being read. */
export const ReassignDialog = ({ what, onClose, onProposed }: ReassignDialogProps) => {
  const { conversationId, visitorName, epoch, holder } = what;
  const entries = useLive((live) => live.threads[conversationId]?.timeline.entries ?? NOTHING);
  return (
    <Dialog title={handoverViewWords.reassignTitle(visitorName)} isOpen onClose={onClose}>
      <HandoverForm
        conversationId={conversationId}
        epoch={epoch}
        visitorName={visitorName}
        prefill={prefillBrief(visitorName, entries)}
        holder={holder}
        onProposed={onProposed}
        onCancel={onClose}
      />
    </Dialog>
  );
};
