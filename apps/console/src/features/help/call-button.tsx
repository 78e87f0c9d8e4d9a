import { useEffect, useRef } from 'react';
import type { Cancel } from '@warmline/client';
import { Button } from '@warmline/ui';
import { useDeskView } from '../../shared/desk/desk-view';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useParts } from '../../shared/page/parts';
import { shortcutAria } from '../../shared/shortcuts/shortcut';
import { isMac, useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import { helpWords } from './help-words';
import './help.css';

/** Held for this long (ms), a press is urgent. */
const LONG = 500;

/** What a press from outside a conversation is about: the one that is open on the desk, if it is one's own and goes on. */
const useOpenConversation = (): string | null => {
  const selected = useDeskView((view) => view.selected);
  return useLive(
    ({ desk }) =>
      desk?.caseload.find((item) => item.conversationId === selected && item.state === 'talking')
        ?.conversationId ?? null,
  );
};

/** Something that happens once the press has lasted. */
const useHold = (then: () => void) => {
  const { clock } = useParts();
  const cancel = useRef<Cancel>(() => {});
  useEffect(() => () => cancel.current(), []);
  return {
    begin: (): void => {
      cancel.current();
      cancel.current = clock.after(LONG, then);
    },
    end: (): void => cancel.current(),
  };
};

/** The key calls at once, since a key that is let go elsewhere is never heard; holding it makes the call urgent. */
export const useCallShortcut = (isOn = true): void => {
  const client = useClient();
  const conversationId = useOpenConversation();
  const hold = useHold(() => client.help.press(conversationId, 'urgent'));
  const { end } = hold;
  useEffect(() => {
    addEventListener('keyup', end);
    addEventListener('blur', end);
    return () => {
      removeEventListener('keyup', end);
      removeEventListener('blur', end);
    };
  });
  const call = (): void => {
    client.help.press(conversationId);
    hold.begin();
  };
  useShortcuts(isOn ? { call } : {});
};

export interface CallButtonProps {
  /** Which conversation it is about; left out, the one that is open. */
  readonly conversationId?: string;
  readonly label: string;
}

/** A short press calls, a long one calls urgently, and so does a second one. */
export const CallButton = ({ conversationId, label }: CallButtonProps) => {
  const client = useClient();
  const open = useOpenConversation();
  const about = conversationId ?? open;
  const wasLong = useRef(false);
  const hold = useHold(() => {
    wasLong.current = true;
    client.help.press(about, 'urgent');
  });
  return (
    <Button
      size="small"
      icon="notification"
      aria-label={label}
      aria-keyshortcuts={shortcutAria('call', isMac())}
      onPressStart={() => {
        wasLong.current = false;
        hold.begin();
      }}
      onPressEnd={hold.end}
      onPress={() => {
        if (!wasLong.current) client.help.press(about);
      }}
    >
      <span className="call-button__words">{helpWords.call}</span>
    </Button>
  );
};
