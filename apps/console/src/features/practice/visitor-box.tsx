import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { newMessageId } from '@warmline/client';
import type { PracticeView } from '@warmline/contracts';
import { Banner, Button, Card, TextField } from '@warmline/ui';
import { messageFlaw } from '@warmline/vocabulary';
import { useAct } from '../../shared/page/use-act';
import { TimeOfDay } from '../../shared/thread/time-of-day';
import type { FeedbackProps } from './practice-feedback';
import { practiceWords } from './practice-words';

const said = practiceWords;

const Lines = ({ entries }: Pick<PracticeView, 'entries'>) => {
  const end = useRef<HTMLLIElement>(null);
  // In braces: some browsers answer with a promise, which is no way to clean up.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries.length]);
  return (
    <ol className="practice-lines practice-lines--live" aria-live="polite">
      {entries.map((entry) =>
        entry.kind === 'message' ? (
          <li key={entry.id} ref={end} className={`practice-lines__one practice-lines__one--${entry.from}`}>
            <p className="practice-lines__by">
              {entry.from === 'visitor' ? said.playBox : entry.name} · <TimeOfDay at={entry.at} />
            </p>
            <p className="practice-lines__text" dir="auto">
              {entry.body ?? said.unreadable}
            </p>
          </li>
        ) : null,
      )}
    </ol>
  );
};

const useWriting = ({ practice }: Pick<FeedbackProps, 'practice'>) => {
  const [draft, setDraft] = useState({ text: '', id: newMessageId() });
  const { isBusy, mistake, act } = useAct();
  const send = async (): Promise<void> => {
    if (isBusy || messageFlaw(draft.text) !== null) return;
    if (await act(() => practice.act({ kind: 'visitor_say', words: draft.text }, draft.id)))
      setDraft({ text: '', id: newMessageId() });
  };
  const end = (): void => void act(() => practice.act({ kind: 'visitor_end' }));
  return {
    text: draft.text,
    change: (text: string) => setDraft({ text, id: newMessageId() }),
    isBusy,
    mistake,
    send,
    end,
  };
};

/** For a colleague who plays the visitor: what both have written, and a plain box. */
export const VisitorBox = ({ view, practice }: FeedbackProps) => {
  const { text, change, isBusy, mistake, send, end } = useWriting({ practice });
  const isOver =
    view.result !== null || view.entries.some((entry) => entry.kind === 'event' && entry.event === 'ended');
  return (
    <div className="practice-page">
      <header className="practice-page__head">
        <Link to="/practice">{said.back}</Link>
        <h1>{said.play(view.responderName)}</h1>
        <p>{said.playLead}</p>
      </header>
      <Card title={said.lines}>
        <Lines entries={view.entries} />
        {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
        {isOver ? (
          <Banner icon="check">{said.playOver}</Banner>
        ) : (
          <form
            className="practice-advise"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <TextField label={said.playBox} rows={3} value={text} onChange={change} />
            <div className="practice-page__acts">
              <Button kind="main" type="submit" isBusy={isBusy} isDisabled={messageFlaw(text) !== null}>
                {said.playSend}
              </Button>
              <Button kind="quiet" isDisabled={isBusy} onPress={end}>
                {said.playEnd}
              </Button>
            </div>
          </form>
        )}
      </Card>
    </div>
  );
};
