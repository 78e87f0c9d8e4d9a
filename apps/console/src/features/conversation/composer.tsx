import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { isForInputMethod } from '@warmline/client';
import type { CaseloadItem } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { codePoints, MESSAGE_MAX_CODE_POINTS, messageFlaw } from '@warmline/vocabulary';
import { useContent } from '../../shared/content/content-query';
import { useDeskView } from '../../shared/desk/desk-view';
import { setDraft, useDraft } from '../../shared/desk/drafts';
import { useSendKey, type SendKey } from '../../shared/desk/send-key';
import { useClient } from '../../shared/live/live-provider';
import { isMac } from '../../shared/shortcuts/use-shortcuts';
import { composerWords } from './conversation-words';
import { StarterList, starterOptionId, useStarterChoice } from './starter-list';
import { flagsIn, type Flag } from './unvetted';

/** From here on the length is told. */
const NEAR_LIMIT = 500;

const sendKey = (): string => (isMac() ? '⌘ Enter' : 'Ctrl+Enter');

/** Enter sends by the person's choice, and never with Shift. */
const sends = ({ key, shiftKey }: KeyboardEvent, isHeld: boolean, chosen: SendKey): boolean =>
  key === 'Enter' && (isHeld || (chosen === 'enter' && !shiftKey));

/** A slash means starters where nothing is written yet. */
const meantBy = (event: KeyboardEvent, text: string, chosen: SendKey): 'send' | 'starters' | null => {
  const isHeld = event.ctrlKey || event.metaKey;
  if (sends(event, isHeld, chosen)) return 'send';
  return event.key === '/' && text === '' && !isHeld && !event.altKey ? 'starters' : null;
};

const flagWords = (flag: Flag): string =>
  flag.kind === 'starter' ? composerWords.flags.starter : composerWords.flags[flag.kind](flag.what);

const lengthWords = (text: string): string | null => {
  const left = MESSAGE_MAX_CODE_POINTS - codePoints(text);
  if (left < 0) return composerWords.over(-left);
  return left <= NEAR_LIMIT ? composerWords.left(left) : null;
};

const useSending = (conversationId: string) => {
  const client = useClient();
  const text = useDraft(conversationId);
  const { data: content } = useContent();
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const send = (isSure: boolean): void => {
    if (messageFlaw(text) !== null) return;
    const found = isSure ? [] : flagsIn(text, content ?? { resources: [], starters: [] });
    setFlags(found);
    if (found.length > 0) return;
    if (client.desk.of(conversationId)?.write(text) === true) setDraft(conversationId, '');
  };
  const change = (next: string): void => {
    setFlags([]);
    setDraft(conversationId, next);
    // Who looks for a starter is not writing yet.
    client.desk.of(conversationId)?.typed(next.trim() !== '' && !next.startsWith('/'));
  };
  return { text, flags, send, change, forgetFlags: () => setFlags([]) };
};

interface FlagsProps {
  readonly flags: readonly Flag[];
  readonly onChange: () => void;
  readonly onSend: () => void;
}

const Flags = ({ flags, onChange, onSend }: FlagsProps) =>
  flags.length === 0 ? null : (
    <Banner
      tone="notice"
      icon="warn"
      actions={
        <>
          <Button size="small" onPress={onChange}>
            {composerWords.change}
          </Button>
          <Button size="small" kind="quiet" onPress={onSend}>
            {composerWords.sendAnyway}
          </Button>
        </>
      }
    >
      <strong>{composerWords.flagTitle}</strong>
      <ul>
        {flags.map((flag) => (
          <li key={flagWords(flag)}>{flagWords(flag)}</li>
        ))}
      </ul>
    </Banner>
  );

/** Focuses the box when the person asked for it, never because something arrived. */
const useAskedFocus = () => {
  const box = useRef<HTMLTextAreaElement>(null);
  const asked = useDeskView((view) => view.composerAsked);
  const answered = useRef(0);
  useEffect(() => {
    if (asked > answered.current && box.current !== null) {
      box.current.focus();
      // A draft goes on where it stopped.
      box.current.setSelectionRange(box.current.value.length, box.current.value.length);
    }
    answered.current = asked;
  }, [asked]);
  return box;
};

export interface ComposerProps {
  readonly item: CaseloadItem;
  readonly name: string;
}

/** Where the reply is written. A draft stays with its conversation when the person goes elsewhere. */
export const Composer = ({ item, name }: ComposerProps) => {
  const { conversationId } = item;
  const { text, flags, send, change, forgetFlags } = useSending(conversationId);
  const chosenKey = useSendKey();
  const box = useAskedFocus();
  const id = useId();
  const length = lengthWords(text);
  const starters = useStarterChoice(conversationId, text, () => box.current?.focus());

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isForInputMethod(event.nativeEvent) || starters.onKey(event)) return;
    const meant = meantBy(event, text, chosenKey);
    if (meant === 'starters') starters.open();
    if (meant !== 'send') return;
    event.preventDefault();
    send(false);
  };
  const onChange = (next: string): void => {
    change(next);
    if (text.startsWith('/') && !next.startsWith('/')) starters.close();
  };
  const backToBox = (): void => {
    forgetFlags();
    box.current?.focus();
  };
  const showStarters = (): void => {
    if (starters.isOpen) starters.close();
    else starters.open();
    box.current?.focus();
  };
  // The list belongs to the box: it closes when the focus goes elsewhere on the page.
  const onBlur = ({ relatedTarget, currentTarget }: FocusEvent): void => {
    if (!currentTarget.parentElement?.contains(relatedTarget)) starters.close();
  };

  return (
    <div className="composer">
      {starters.isOpen ? <StarterList id={`${id}-starters`} choice={starters} /> : null}
      <Flags flags={flags} onChange={backToBox} onSend={() => send(true)} />
      <label className="composer__label" htmlFor={id}>
        {composerWords.label(name)}
      </label>
      <textarea
        id={id}
        ref={box}
        className="composer__box"
        dir="auto"
        rows={2}
        value={text}
        placeholder={composerWords.placeholder}
        aria-describedby={`${id}-hint`}
        aria-keyshortcuts={isMac() ? 'Control+R' : 'Alt+R'}
        aria-autocomplete="list"
        aria-controls={starters.isOpen ? `${id}-starters` : undefined}
        aria-activedescendant={
          starters.isOpen && starters.found.length > 0
            ? starterOptionId(`${id}-starters`, starters.at)
            : undefined
        }
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <div className="composer__foot">
        <p className="composer__hint" id={`${id}-hint`}>
          {length ?? (
            <span className="composer__keys">
              {chosenKey === 'enter' ? composerWords.hintEnter : composerWords.hint(sendKey())}
            </span>
          )}
        </p>
        <Button size="small" kind="quiet" aria-expanded={starters.isOpen} onPress={showStarters}>
          {composerWords.starters}
        </Button>
        <Button kind="main" icon="send" isDisabled={messageFlaw(text) !== null} onPress={() => send(false)}>
          {composerWords.send}
        </Button>
      </div>
    </div>
  );
};
