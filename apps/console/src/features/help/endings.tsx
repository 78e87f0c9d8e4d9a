import { useEffect, useState } from 'react';
import type { EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useLive } from '../../shared/live/live-provider';
import { laterDialog } from '../../shared/page/later';
import { alertPerson } from '../../shared/page/sound';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { endingsWords } from './endings-words';
import { useAboutEnding } from './use-about-ending';

const said = endingsWords;
/** Stays open about the same question while the list around it changes. */
export const AgreeDialog = laterDialog(async () => (await import('./ending-dialogs')).AgreeDialog);
const NotYetDialog = laterDialog(async () => (await import('./ending-dialogs')).NotYetDialog);

/** Stays open with its words while the lists around it change. */
export const WriteUpDialog = laterDialog(async () => (await import('./ending-dialogs')).WriteUpDialog);
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

interface ToAgreeProps {
  readonly list: readonly EndingToAgree[];
  readonly first: EndingToAgree;
  readonly onRead: (conversationId: string) => void;
  readonly onAgree: (question: EndingToAgree) => void;
}

const Question = ({ list, first, onRead, onAgree }: ToAgreeProps) => {
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
              aria-label={said.agreeTo(responder.name)}
              onPress={() => onAgree(first)}
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
      {isAnswering ? <NotYetDialog question={first} onClose={() => setAnswering(false)} /> : null}
    </Banner>
  );
};

/** "Endings to agree", on every page of a supervisor. */
export const EndingsToAgree = ({ list, ...acts }: Omit<ToAgreeProps, 'first'>) => {
  const [first] = list;
  // What was said about one question is not said about the next.
  return first === undefined ? null : <Question key={first.id} list={list} first={first} {...acts} />;
};

interface ToWriteUpProps {
  readonly list: readonly EndingToWriteUp[];
  readonly onWrite: (ending: EndingToWriteUp) => void;
}

/** Visitors who left in danger, until a supervisor has written what was done. */
export const EndingsToWriteUp = ({ list, onWrite }: ToWriteUpProps) => {
  const about = useAboutEnding();
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
