import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TakeOverDialog } from '../../features/handover/take-over-dialog';
import type { ToRead } from '../../features/live-view/lane';
import { AskToRead } from '../../features/live-view/reading-pane';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import type { ToActOn } from '../../shared/handover/to-act-on';
import { useClient } from '../../shared/live/live-provider';

type Asked =
  { readonly name: 'read'; readonly what: ToRead } | { readonly name: 'take'; readonly what: ToActOn };

/** Reading along and taking over from any view: each says first what it means, and leads to where it is done. */
export const useConversationActs = () => {
  const client = useClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const read = async (conversationId: string): Promise<void> => {
    setAsked(null);
    await navigate({ to: '/now' });
    await client.observing.observe(conversationId);
  };
  const taken = (conversationId: string): void => {
    setAsked(null);
    selectConversation(conversationId);
    askForComposer();
    void navigate({ to: '/' });
  };
  const dialogs = (
    <>
      <AskToRead
        what={asked?.name === 'read' ? asked.what : null}
        onClose={() => setAsked(null)}
        onOpen={(conversationId) => void read(conversationId)}
      />
      {asked?.name === 'take' ? (
        <TakeOverDialog what={asked.what} onClose={() => setAsked(null)} onTaken={taken} />
      ) : null}
    </>
  );
  return {
    dialogs,
    taken,
    askToRead: (what: ToRead) => setAsked({ name: 'read', what }),
    askToTakeOver: (what: ToActOn) => setAsked({ name: 'take', what }),
  };
};
