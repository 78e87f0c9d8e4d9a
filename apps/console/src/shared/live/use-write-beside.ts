import { useEffect, useRef } from 'react';
import { newMessageId, type Outcome } from '@warmline/client';
import { setBesideDraft, useBesideDraft, type BesideKind } from '../desk/beside-drafts';
import { useAct } from '../page/use-act';
import { useLive } from './live-provider';

interface Writing {
  readonly what: BesideKind;
  readonly conversationId: string;
  readonly send: (id: string, text: string) => Promise<Outcome<unknown>>;
}

/**
 * Writes a note or a private word. The text stays in its box until the server has it, and goes under one id however often
 * it is sent: at once when the connection comes back, and when it is pressed again.
 */
export const useWriteBeside = ({ what, conversationId, send }: Writing) => {
  const draft = useBesideDraft(what, conversationId);
  const { isBusy, mistake, act, forget } = useAct();
  const isOnline = useLive((live) => live.connection.name === 'online');
  const submit = async (): Promise<void> => {
    if (isBusy || draft.text.trim() === '') return;
    const id = draft.id ?? newMessageId();
    setBesideDraft(what, conversationId, { text: draft.text, id });
    if (await act(() => send(id, draft.text))) setBesideDraft(what, conversationId, { text: '', id: null });
  };
  const again = useRef(() => {});
  useEffect(() => {
    again.current = () => {
      if (draft.id !== null) void submit();
    };
  });
  useEffect(() => {
    if (isOnline) again.current();
  }, [isOnline]);
  return {
    text: draft.text,
    isBusy,
    mistake,
    submit,
    change: (text: string) => {
      forget();
      setBesideDraft(what, conversationId, { text, id: null });
    },
  };
};
