import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const notesWords = withIsolatedTexts({
  tab: 'Notes',
  title: (name: string) => `Notes on ${name}`,
  box: 'Private note',
  who: 'Seen by the person who holds this chat next and by supervisors. Never by the visitor.',
  add: 'Add the note',
  adding: 'Adding…',
  none: 'No notes yet.',
  loading: 'Loading the notes…',
  unreadable: 'This note cannot be opened.',
  by: (name: string) => `Note by ${name}`,
  wrapUp: (name: string) => `Wrap-up by ${name}`,
  seemed: (outcome: string) => `At the end: ${outcome}`,
});
