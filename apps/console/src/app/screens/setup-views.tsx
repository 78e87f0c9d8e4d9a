import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { onCallWords } from '../../features/on-call/on-call-words';
import { isSetupListName, SETUP_LISTS } from '../../features/setup/setup-requests';
import { setupWords } from '../../features/setup/setup-words';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { usePageName } from '../../shared/page/page-title';

const middleOf = (element: Element): number => {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
};

const nameOf = (shown: string): string => {
  if (isSetupListName(shown)) return setupWords.lists[shown].title;
  return shown === 'on-call' ? onCallWords.title : signInWords.account;
};

/** The names of all pages of the set-up. `shown` changes with the page that is open. */
export const SetupViews = ({ shown }: { readonly shown: string }) => {
  const views = useRef<HTMLElement>(null);
  usePageName(`${nameOf(shown)} · ${setupWords.title}`);
  useEffect(() => {
    const { current: line } = views;
    const open = line?.querySelector('[aria-current="page"]') ?? null;
    // On a narrow screen the names are a line that is moved sideways: the one that is open is in its middle.
    if (line !== null && open !== null) line.scrollLeft += middleOf(open) - middleOf(line);
  }, [shown]);
  return (
    <nav ref={views} className="setup-views" aria-label={setupWords.views}>
      {SETUP_LISTS.map((name) => (
        <Link key={name} to="/setup/$list" params={{ list: name }} className="status-bar__view">
          {setupWords.lists[name].title}
        </Link>
      ))}
      <Link to="/setup/on-call" className="status-bar__view">
        {onCallWords.title}
      </Link>
    </nav>
  );
};
