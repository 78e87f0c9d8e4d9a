import { useRef } from 'react';
import type { EarlierWrapUp, Note } from '@warmline/contracts';
import { Banner, Button, TextField } from '@warmline/ui';
import { useAsked } from '../../shared/desk/desk-view';
import { outcomeNames } from '../../shared/i18n/wrap-up-outcomes';
import { useClient } from '../../shared/live/live-provider';
import { useBeside } from '../../shared/live/use-beside';
import { useWriteBeside } from '../../shared/live/use-write-beside';
import { Shade } from '../../shared/page/shade';
import { TimeOfDay } from '../../shared/thread/time-of-day';
import './notes.css';
import { notesWords } from './notes-words';

const WrittenNote = ({ by, at, note }: Note) => (
  <li className="notes__one">
    <p className="notes__by">
      {notesWords.by(by.name)} · <TimeOfDay at={at} />
    </p>
    <p className="notes__text" dir="auto">
      {note ?? notesWords.unreadable}
    </p>
  </li>
);

const WrittenWrapUp = ({ by, at, outcome, note }: EarlierWrapUp) => (
  <li className="notes__one">
    <p className="notes__by">
      {notesWords.wrapUp(by)} · <TimeOfDay at={at} />
    </p>
    <p className="notes__text" dir="auto">
      {notesWords.seemed(outcomeNames[outcome])}
      {note === '' ? null : `\n${note ?? notesWords.unreadable}`}
    </p>
  </li>
);

export interface NotesPanelProps {
  readonly conversationId: string;
  readonly visitorName: string;
  /** Of the holding that writes; null for a supervisor who reads along. */
  readonly epoch: number | null;
}

/** The box takes the focus when the person asked for it, never because something arrived. */
const useAskedBox = () => {
  const form = useRef<HTMLFormElement>(null);
  useAsked('noteAsked', () => form.current?.querySelector('textarea')?.focus());
  return form;
};

const NoteForm = ({ conversationId, epoch }: Omit<NotesPanelProps, 'visitorName'>) => {
  const client = useClient();
  const form = useAskedBox();
  const { text, isBusy, mistake, submit, change } = useWriteBeside({
    what: 'note',
    conversationId,
    send: (id, note) => client.send('note:add', { conversationId, epoch, id, note }),
  });
  return (
    <form
      className="notes__form"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField label={notesWords.box} hint={notesWords.who} rows={3} value={text} onChange={change} />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <Button type="submit" isBusy={isBusy} isDisabled={text.trim() === ''}>
        {isBusy ? notesWords.adding : notesWords.add}
      </Button>
    </form>
  );
};

/** Notes for the team on a conversation, who sees them, and how earlier holders wrapped up. */
export const NotesPanel = ({ conversationId, visitorName, epoch }: NotesPanelProps) => {
  const state = useBeside(conversationId);
  const notes = state?.notes ?? null;
  return (
    <section className="notes" aria-label={notesWords.title(visitorName)}>
      <h2 className="notes__title">{notesWords.title(visitorName)}</h2>
      <NoteForm conversationId={conversationId} epoch={epoch} />
      {notes === null ? <p className="notes__by">{notesWords.loading}</p> : null}
      {notes?.length === 0 ? <p className="notes__by">{notesWords.none}</p> : null}
      <Shade isSmall>
        <ul className="notes__list">
          {[...(notes ?? [])].reverse().map((note) => (
            <WrittenNote key={note.id} {...note} />
          ))}
          {(state?.wrapUps ?? []).map((wrapUp) => (
            <WrittenWrapUp key={wrapUp.epoch} {...wrapUp} />
          ))}
        </ul>
      </Shade>
    </section>
  );
};
