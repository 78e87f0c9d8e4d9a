import { useCallback, useRef, useState } from 'react';
import { isForInputMethod } from '@warmline/client';
import type { Lane, PrivateWord } from '@warmline/contracts';
import { Banner, Button, Fold, Mark, TextField, type TextFieldProps } from '@warmline/ui';
import type { BesideState } from '../../shared/live/beside-client';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useBeside } from '../../shared/live/use-beside';
import { useWriteBeside } from '../../shared/live/use-write-beside';
import { useIsHidden } from '../../shared/page/privacy';
import { Shade } from '../../shared/page/shade';
import { isInDanger } from '../../shared/safety/danger';
import { useStickToEnd } from '../../shared/thread/stick-to-end';
import { TimeOfDay } from '../../shared/thread/time-of-day';
import './private-lane.css';
import { privateLaneWords } from './private-lane-words';

interface WordsProps {
  readonly words: readonly PrivateWord[];
  /** Called with the newest word's number while that is on screen; left out while the lane is folded. */
  readonly onShown: ((seq: number) => void) | undefined;
}

/** The words so far. The newest stays in view, as in the thread. */
const Words = ({ words, onShown }: WordsProps) => {
  const isHidden = useIsHidden();
  const box = useStickToEnd<HTMLOListElement>({
    count: words.length,
    newest: words.at(-1)?.seq ?? 0,
    onShown,
    isHidden,
  });
  return (
    <Shade isSmall>
      <ol className="private-lane__words" tabIndex={0} aria-label={privateLaneWords.label} ref={box}>
        {words.map(({ id, by, at, word }) => (
          <li key={id} className="private-lane__word">
            <strong>{by.name}</strong> <TimeOfDay at={at} />
            <br />
            <span dir="auto">{word ?? privateLaneWords.unreadable}</span>
          </li>
        ))}
      </ol>
    </Shade>
  );
};

interface OfLane {
  readonly conversationId: string;
  readonly lane: Lane;
}

const LaneForm = ({ conversationId, lane: { epoch } }: OfLane) => {
  const client = useClient();
  const { text, isBusy, mistake, submit, change } = useWriteBeside({
    what: 'word',
    conversationId,
    send: (id, word) => client.send('private:say', { conversationId, epoch, id, word }),
  });
  const box = useRef<HTMLTextAreaElement>(null);
  // The button is off once the box is empty, and would drop the focus.
  const say = (): void => {
    box.current?.focus();
    void submit();
  };
  const onKeyDown: TextFieldProps['onKeyDown'] = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isForInputMethod(event.nativeEvent)) {
      event.preventDefault();
      say();
    } else event.continuePropagation();
  };
  return (
    <form
      className="private-lane__form"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <TextField
        label={privateLaneWords.box}
        hint={privateLaneWords.who}
        rows={2}
        areaRef={box}
        value={text}
        onChange={change}
        onKeyDown={onKeyDown}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <Button size="small" type="submit" isBusy={isBusy} isDisabled={text.trim() === ''}>
        {isBusy ? privateLaneWords.sending : privateLaneWords.send}
      </Button>
    </form>
  );
};

/** Words of others that have not been on this screen. */
const unreadIn = ({ words, seen }: BesideState, me: string | null): readonly PrivateWord[] =>
  (words ?? []).filter(({ seq, by }) => seq > seen && by.id !== me);

interface OpenLane extends OfLane {
  readonly state: BesideState;
  /** A supervisor who came to a call writes here first. */
  readonly isOpenAtFirst: boolean;
}

interface LaneFold {
  readonly conversationId: string;
  readonly isOpenAtFirst: boolean;
  /** Number of the newest unread word of another person; 0 for none. */
  readonly newest: number;
}

/** Folded or open as the person left it. In danger each new word opens it: it must not wait behind a heading. */
const useLaneFold = ({ conversationId, isOpenAtFirst, newest }: LaneFold) => {
  // The call is often told to be answered only after the lane is there.
  const [chosen, setOpen] = useState<boolean | null>(null);
  const [openedFor, setOpenedFor] = useState(0);
  const isDanger = useLive(({ desk }) =>
    (desk?.caseload ?? []).some((one) => one.conversationId === conversationId && isInDanger(one.safety)),
  );
  if (isDanger && newest > openedFor) {
    setOpenedFor(newest);
    setOpen(true);
  }
  return { isOpen: chosen ?? isOpenAtFirst, setOpen };
};

const OpenedLane = ({ conversationId, lane, state, isOpenAtFirst }: OpenLane) => {
  const client = useClient();
  const me = useLive((live) => live.desk?.me.id ?? null);
  const unread = unreadIn(state, me);
  const newest = unread.at(-1);
  const { isOpen, setOpen } = useLaneFold({ conversationId, isOpenAtFirst, newest: newest?.seq ?? 0 });
  const { epoch } = lane;
  const onShown = useCallback(
    (seq: number) => void client.beside.seen(conversationId, epoch, seq),
    [client, conversationId, epoch],
  );
  const words = state.words ?? [];
  return (
    <section className="private-lane" aria-label={privateLaneWords.label}>
      <Fold
        title={privateLaneWords.title(lane.with.join(', '))}
        mark={
          unread.length === 0 ? null : <Mark tone="strong">{privateLaneWords.unread(unread.length)}</Mark>
        }
        isOpen={isOpen}
        onChange={setOpen}
      >
        {words.length === 0 ? (
          <p className="private-lane__hint">{privateLaneWords.none}</p>
        ) : (
          <Words words={words} onShown={isOpen && newest !== undefined ? onShown : undefined} />
        )}
        {lane.isOpen ? (
          <LaneForm conversationId={conversationId} lane={lane} />
        ) : (
          <p className="private-lane__hint">{privateLaneWords.closed}</p>
        )}
      </Fold>
      <p className="private-lane__told" role="status">
        {newest === undefined ? '' : privateLaneWords.told(newest.by.name)}
      </p>
    </section>
  );
};

/** Words between supervisors and the responder: while one reads along or is called, and as long as there is something to read. */
export const PrivateLane = ({ conversationId }: { readonly conversationId: string }) => {
  const state = useBeside(conversationId);
  const hasCome = useLive(({ help, desk }) =>
    (help?.calls ?? []).some(
      (call) => call.conversationId === conversationId && call.answered?.by.id === desk?.me.id,
    ),
  );
  const lane = state?.beside.lane ?? null;
  if (state === null || lane === null || (!lane.isOpen && lane.head === 0)) return null;
  return (
    <OpenedLane
      key={lane.epoch}
      conversationId={conversationId}
      lane={lane}
      state={state}
      isOpenAtFirst={hasCome}
    />
  );
};
