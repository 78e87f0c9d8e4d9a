import { useState } from 'react';
import { askForComposer } from '../../shared/desk/desk-view';
import { addToDraft } from '../../shared/desk/drafts';

/** Puts text into the reply of one conversation and says so; sending stays the person's own act. */
export const usePutInReply = (conversationId: string | null) => {
  const [addedKey, setAddedKey] = useState<string | null>(null);
  const put = (key: string, text: string): void => {
    if (conversationId === null) return;
    addToDraft(conversationId, text);
    setAddedKey(key);
    askForComposer();
  };
  return { addedKey, put };
};
