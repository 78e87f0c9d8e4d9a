import { useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, TextField } from '@warmline/ui';
import { codePoints, ENDING_TEXT_MAX } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { endingsWords } from './endings-words';
import { useAboutEnding } from './use-about-ending';

const said = endingsWords;

interface TextDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly most: number;
  readonly rows: number;
  readonly missing: string;
  readonly done: string;
  readonly onClose: () => void;
  /** Resolves to what went wrong, in words; null when it is done. */
  readonly onSend: (text: string) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly mistake: string | null;
}

/** One text that is sent once, and never changed. */
const TextDialog = (props: TextDialogProps) => {
  const { title, lead, label, most, rows, missing, done, onClose, onSend, isBusy, mistake } = props;
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isWrong = text.trim() === '' || codePoints(text) > most;
  const send = async (): Promise<void> => {
    setChecked(true);
    if (!isWrong && (await onSend(text.trim()))) onClose();
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p>{lead}</p>
      <TextField
        label={label}
        rows={rows}
        value={text}
        maxLength={most}
        onChange={setText}
        mistake={isChecked && isWrong ? missing : undefined}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void send()}>
          {done}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};

export interface AgreeDialogProps {
  readonly question: EndingToAgree;
  readonly onClose: () => void;
}

/** Asked once more: two people decide, and the second one's press ends it for good. */
export const AgreeDialog = ({ question, onClose }: AgreeDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const { id: requestId, conversationId, visitorName, responder, why } = question;
  const visitor = visitorCalled(visitorName, conversationId);
  const agree = async (): Promise<void> => {
    if (await act(() => client.send('ending:agree', { requestId }))) onClose();
  };
  return (
    <Dialog title={said.agreeTitle(visitor)} isOpen onClose={onClose}>
      <p>{said.agreeLead(responder.name, visitor)}</p>
      {why === null ? <p>{said.whyUnreadable}</p> : <q>{why}</q>}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <DialogFoot>
        <Button onPress={onClose}>{commonWords.cancel}</Button>
        <Button kind="main" isBusy={isBusy} onPress={() => void agree()}>
          {isBusy ? said.agreeing : said.agree}
        </Button>
      </DialogFoot>
    </Dialog>
  );
};

/** Why a conversation in danger may not end yet, in a word to the responder. */
export const NotYetDialog = ({
  question,
  onClose,
}: {
  readonly question: EndingToAgree;
  readonly onClose: () => void;
}) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const { id: requestId, responder } = question;
  return (
    <TextDialog
      title={said.notYetTitle(responder.name)}
      lead={said.notYetLead}
      label={said.word}
      most={ENDING_TEXT_MAX.word}
      rows={2}
      missing={said.wordMissing}
      done={said.sendNotYet}
      onClose={onClose}
      onSend={(word) => act(() => client.send('ending:decline', { requestId, word }))}
      isBusy={isBusy}
      mistake={mistake}
    />
  );
};

/** Stays open with its words while the lists around it change. */
export const WriteUpDialog = ({
  ending,
  onClose,
}: {
  readonly ending: EndingToWriteUp;
  readonly onClose: () => void;
}) => {
  const client = useClient();
  const about = useAboutEnding();
  const { isBusy, mistake, act } = useAct();
  const [noteId] = useState(newMessageId);
  const { conversationId, responderName } = ending;
  const heldBy = responderName === null ? said.nobodyHeld : said.heldBy(responderName);
  return (
    <TextDialog
      title={said.writeUpTitle}
      lead={`${about(ending)} ${heldBy} ${said.keptAsIs}`}
      label={said.whatWasDone}
      most={ENDING_TEXT_MAX.note}
      rows={5}
      missing={said.noteMissing}
      done={said.save}
      onClose={onClose}
      onSend={(words) => act(() => client.send('ending:write_up', { conversationId, noteId, words }))}
      isBusy={isBusy}
      mistake={mistake}
    />
  );
};
