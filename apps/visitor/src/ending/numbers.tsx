import { useState } from 'preact/hooks';
import type { Entry } from '@warmline/contracts';
import type { Chat } from '../conversation/chat';
import { locale, words } from '../language/catalogue';
import { HelpList } from '../page/help-list';
import { usePage } from '../page/page-context';
import { useSignal } from '../page/use-signal';
import { givenBy, type Given } from './given';

const bodiesOf = (entries: readonly Entry[]): readonly string[] =>
  entries.flatMap((entry) =>
    entry.kind === 'message' && entry.from === 'responder' ? (entry.body ?? []) : [],
  );

/** What this chat gave; what is in the list of other help is there already. */
export const useGiven = (chat: Chat): readonly Given[] => {
  const { otherHelp } = locale;
  return givenBy(bodiesOf(useSignal(chat.feed.timeline).entries), otherHelp).filter(
    ({ href }) => !otherHelp.some((help) => help.href === href),
  );
};

const isLink = ({ href }: Given): boolean => href.startsWith('http');

const GivenList = ({ given }: { readonly given: readonly Given[] }) => (
  <>
    <h2>{words.ended.links}</h2>
    <ul class="help given">
      {given.map((one) => (
        <li key={one.href}>
          {one.name !== null && <b dir="auto">{one.name}</b>}
          {isLink(one) ? (
            <a href={one.href} target="_blank" rel="noopener noreferrer">
              {one.shown}
            </a>
          ) : (
            <a
              class="call"
              href={one.href}
              aria-label={one.name === null ? one.shown : `${one.name}: ${one.shown}`}
            >
              {one.shown}
            </a>
          )}
        </li>
      ))}
    </ul>
  </>
);

/** As lines that make sense outside this page. */
const textOf = (given: readonly Given[]): string =>
  [{ name: null, ...locale.emergency }, ...given, ...locale.otherHelp]
    .map(({ name, shown }) => (name === null ? shown : `${name}: ${shown}`))
    .join('\n');

/** Copies them, or says why not and shows them as text to select. */
const Copy = ({ given }: { readonly given: readonly Given[] }) => {
  const { announcer } = usePage();
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const { ended } = words;
  const text = textOf(given);
  const copy = async (): Promise<void> => {
    const next = await navigator.clipboard.writeText(text).then(
      () => 'copied' as const,
      () => 'failed' as const,
    );
    setState(next);
    announcer.say(next === 'copied' ? ended.copied : ended.copyFailed);
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void copy().catch(() => setState('failed'))}>
        {state === 'copied' ? ended.copied : ended.copy}
      </button>
      {state === 'failed' && (
        <div class="notice">
          <p>{ended.copyFailed}</p>
          <textarea
            readOnly
            aria-label={ended.copyBox}
            rows={text.split('\n').length}
            value={text}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </div>
      )}
    </>
  );
};

/** Numbers and links to keep: what the chat gave, the emergency number, and others who listen. */
export const Numbers = ({ given }: { readonly given: readonly Given[] }) => {
  const { before } = words.emergency;
  const { emergency } = locale;
  return (
    <section class="numbers">
      {given.length > 0 && <GivenList given={given} />}
      <h2>{words.ended.help}</h2>
      <p>
        {before}
        <a href={emergency.href}>{emergency.shown}</a>.
      </p>
      <HelpList />
      <Copy given={given} />
    </section>
  );
};
