import { useState } from 'react';
import { Fold } from '@warmline/ui';
import { NotesPanel } from '../../features/notes/notes-panel';
import { notesWords } from '../../features/notes/notes-words';
import { JoinOpenly } from '../../features/private-lane/join-openly';
import { PrivateLane } from '../../features/private-lane/private-lane';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import type { Reading } from '../../shared/live/live-store';

/** What a supervisor who reads along can do beside reading: join openly, write privately, leave a note. */
export const BesideReading = ({ reading }: { readonly reading: Reading }) => {
  const { conversationId, visitorName, state } = reading;
  const [isOpen, setOpen] = useState(false);
  if (state !== 'open') return null;
  return (
    <>
      <JoinOpenly conversationId={conversationId} />
      <PrivateLane conversationId={conversationId} />
      <Fold title={notesWords.tab} isOpen={isOpen} onChange={setOpen}>
        {isOpen ? (
          <NotesPanel
            conversationId={conversationId}
            visitorName={visitorCalled(visitorName, conversationId)}
            epoch={null}
          />
        ) : null}
      </Fold>
    </>
  );
};
