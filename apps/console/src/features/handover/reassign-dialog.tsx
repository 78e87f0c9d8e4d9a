import type { Entry } from '@warmline/contracts';
import { Dialog } from '@warmline/ui';
import type { ToActOn } from '../../shared/handover/to-act-on';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { briefOfRecord } from '../../shared/safety/record-texts';
import { useSafetyRecord } from '../../shared/safety/use-safety-record';
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
  const { conversationId, epoch, holder } = what;
  const visitorName = visitorCalled(what.visitorName, conversationId);
  const entries = useLive((live) => live.threads[conversationId]?.timeline.entries ?? NOTHING);
  const { record } = useSafetyRecord(conversationId, null);
  const safety = briefOfRecord(record, useNow(60_000));
  return (
    <Dialog title={handoverViewWords.reassignTitle(visitorName)} isOpen onClose={onClose}>
      <HandoverForm
        conversationId={conversationId}
        epoch={epoch}
        visitorName={visitorName}
        prefill={prefillBrief(visitorName, entries, safety)}
        holder={holder}
        onProposed={onProposed}
        onCancel={onClose}
      />
    </Dialog>
  );
};
