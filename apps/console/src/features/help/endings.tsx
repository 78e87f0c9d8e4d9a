import { useEffect, useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { Banner, Button, Dialog, DialogFoot, TextField } from '@warmline/ui';
import { codePoints, ENDING_TEXT_MAX } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient, useLive } from '../../shared/live/live-provider';
import { alertPerson } from '../../shared/page/sound';
import { useAct } from '../../shared/page/use-act';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { endingsWords } from './endings-words';

const said = endingsWords;
const NOTHING_TO_AGREE: readonly EndingToAgree[] = [];
const NOTHING_TO_WRITE_UP: readonly EndingToWriteUp[] = [];

/** Questions of colleagues whether a conversation in danger may end. One's own is for another supervisor. */
export const useEndingsToAgree = (): readonly EndingToAgree[] => {
  const all = useLive((live) => live.help?.endings.toAgree ?? NOTHING_TO_AGREE);
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  return all.filter(({ responder }) => responder.id !== me);
};

/** Visitors who left in danger, and nobody has written what was done. */
export const useEndingsToWriteUp = (): readonly EndingToWriteUp[] =>
  useLive((live) => live.help?.endings.toWriteUp ?? NOTHING_TO_WRITE_UP);

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

const NotYet = ({
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

interface ToAgreeProps {
  readonly list: readonly EndingToAgree[];
  readonly first: EndingToAgree;
  readonly onRead: (conversationId: string) => void;
}

const Question = ({ list, first, onRead }: ToAgreeProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [isAnswering, setAnswering] = useState(false);
  const { id: requestId, conversationId, visitorName, responder, why, askedAt, mustRead } = first;
  const visitor = visitorCalled(visitorName, conversationId);
  const minutes = minutesBetween(askedAt, useNow(5_000));
  // Heard once for each question.
  useEffect(() => alertPerson('notice'), [requestId]);
  return (
    <Banner
      tone="notice"
      icon="notification"
      isSpoken={false}
      actions={
        <>
          {mustRead ? null : (
            <Button
              size="small"
              kind="main"
              isBusy={isBusy}
              aria-label={said.agreeTo(responder.name)}
              onPress={() => void act(() => client.send('ending:agree', { requestId }))}
            >
              {said.agree}
            </Button>
          )}
          <Button size="small" kind={mustRead ? 'main' : 'plain'} onPress={() => onRead(conversationId)}>
            {said.readFirst}
          </Button>
          <Button size="small" onPress={() => setAnswering(true)}>
            {said.notYet}
          </Button>
        </>
      }
    >
      <strong role="alert">{said.asks(responder.name, visitor, minutes)}</strong>
      <p>
        {why === null ? said.whyUnreadable : <q>{why}</q>}
        {mustRead ? ` ${said.wroteSince(visitor)}` : ''}
        {list.length > 1 ? ` ${said.more(list.length - 1)}` : ''}
      </p>
      <p role="status">{mistake}</p>
      {isAnswering ? <NotYet question={first} onClose={() => setAnswering(false)} /> : null}
    </Banner>
  );
};

/** "Endings to agree", on every page of a supervisor, with one tap to agree. */
export const EndingsToAgree = ({ list, onRead }: Pick<ToAgreeProps, 'list' | 'onRead'>) => {
  const [first] = list;
  // What was said about one question is not said about the next.
  return first === undefined ? null : <Question key={first.id} list={list} first={first} onRead={onRead} />;
};

const useAbout = () => {
  const now = useNow(30_000);
  return ({ visitorName, conversationId, how, at }: EndingToWriteUp): string =>
    said.left(visitorCalled(visitorName, conversationId), said.hows[how], minutesBetween(at, now));
};

interface ToWriteUpProps {
  readonly list: readonly EndingToWriteUp[];
  readonly onWrite: (ending: EndingToWriteUp) => void;
}

/** Visitors who left in danger, until a supervisor has written what was done. */
export const EndingsToWriteUp = ({ list, onWrite }: ToWriteUpProps) => {
  const about = useAbout();
  const inAll = useLive((live) => live.help?.endings.toWriteUpInAll ?? 0);
  const [first] = list;
  if (first === undefined) return null;
  return (
    <Banner
      icon="warn"
      actions={
        <Button size="small" onPress={() => onWrite(first)}>
          {said.writeUp}
        </Button>
      }
    >
      {about(first)} {said.writeWhat} {inAll > 1 ? said.more(inAll - 1) : ''}
    </Banner>
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
  const about = useAbout();
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
