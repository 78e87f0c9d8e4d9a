import { useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { CaseloadItem, OwnEnding } from '@warmline/contracts';
import { Banner, Button, TextField } from '@warmline/ui';
import { codePoints, ENDING_TEXT_MAX, type ResponderEndReason } from '@warmline/vocabulary';
import { setEnding } from '../../shared/desk/desk-view';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useAct } from '../../shared/page/use-act';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { AskAfter } from './ask-after';
import { askToEndWords } from './ask-to-end-words';
import { EndingDialog } from './ending-dialog';

const said = askToEndWords;
const NONE: readonly OwnEnding[] = [];

/** This person's newest question about a conversation they hold. */
const useQuestion = ({ conversationId, epoch }: CaseloadItem): OwnEnding | null => {
  const mine = useLive((live) => live.help?.endings.mine ?? NONE);
  return mine.find((one) => one.conversationId === conversationId && one.epoch === epoch) ?? null;
};

const Nobody = ({ hasLeft }: { readonly hasLeft: boolean }) => {
  const here = useLive((live) => live.help?.supervisorsHere ?? null);
  return here === 0 ? (
    <Banner tone="notice" icon="warn">
      {hasLeft ? said.nobodyHereLeft : said.nobodyHere}
    </Banner>
  ) : null;
};

interface AskDialogProps {
  readonly item: CaseloadItem;
  readonly name: string;
  /** What the visitor would not get. */
  readonly leftUnsaid: string | null;
  /** The visitor left quickly: nobody can say goodbye to them. */
  readonly hasLeft: boolean;
}

/** In danger nobody ends alone: the holder asks, and another supervisor agrees. */
export const AskToEndDialog = ({ item, name, leftUnsaid, hasLeft }: AskDialogProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [reason, setReason] = useState<ResponderEndReason | null>(null);
  const [why, setWhy] = useState('');
  const [asksAfter, setAsksAfter] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const isWhyMissing = why.trim() === '' || codePoints(why) > ENDING_TEXT_MAX.why;
  const ask = async (): Promise<void> => {
    setChecked(true);
    if (reason === null || isWhyMissing) return;
    const { conversationId, epoch } = item;
    const about = { requestId: newMessageId(), conversationId, epoch };
    const question = { ...about, reason, why: why.trim(), ...(asksAfter && { asksAfter }) };
    if (await act(() => client.send('ending:ask', question))) setEnding(false);
  };
  return (
    <EndingDialog
      item={item}
      title={said.title(name)}
      lead={
        <>
          <p>{hasLeft ? said.leadLeft : said.lead}</p>
          <Nobody hasLeft={hasLeft} />
        </>
      }
      leftUnsaid={leftUnsaid}
      reason={reason}
      onReason={setReason}
      isReasonMissing={isChecked}
      mistake={mistake}
      confirm={{ kind: 'main', label: isBusy ? said.asking : said.ask, isBusy, onPress: () => void ask() }}
    >
      <TextField
        label={said.why}
        hint={said.whyHint}
        value={why}
        maxLength={ENDING_TEXT_MAX.why}
        onChange={setWhy}
        mistake={isChecked && isWhyMissing ? said.whyMissing : undefined}
      />
      {hasLeft ? null : <AskAfter isAsked={asksAfter} onChange={setAsksAfter} />}
    </EndingDialog>
  );
};

const textOf = ({ state, answer }: OwnEnding, minutes: number, hasLeft: boolean): string => {
  if (state === 'asked') return hasLeft ? said.askedLeft(minutes) : said.asked(minutes);
  if (state === 'overtaken') return said.overtaken;
  return said.declined(answer?.by ?? said.aSupervisor);
};

/** What became of the question, over the thread: waiting, "not yet" with a word, or out of date. */
export const EndingStrip = ({ item, hasLeft }: Pick<AskDialogProps, 'item' | 'hasLeft'>) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const question = useQuestion(item);
  const now = useNow(5_000);
  if (question === null || item.state !== 'talking') return null;
  const { id: requestId, state, askedAt, answer } = question;
  const isOpen = state === 'asked';
  return (
    <Banner
      tone={isOpen ? 'calm' : 'notice'}
      icon="clock"
      actions={
        isOpen ? (
          <Button
            size="small"
            isBusy={isBusy}
            onPress={() => void act(() => client.send('ending:withdraw', { requestId }))}
          >
            {said.withdraw}
          </Button>
        ) : (
          <Button size="small" onPress={() => setEnding(true)}>
            {said.askAgain}
          </Button>
        )
      }
    >
      {textOf(question, minutesBetween(askedAt, now), hasLeft)}
      {answer?.word === null || answer === null ? null : <q>{answer.word}</q>}
      {isOpen ? <Nobody hasLeft={hasLeft} /> : null}
      {mistake === null ? null : <p role="alert">{mistake}</p>}
    </Banner>
  );
};
