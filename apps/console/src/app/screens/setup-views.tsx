import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { accessWords } from '../../features/access/access-words';
import { matrixWords } from '../../features/access/matrix-words';
import { inviteWords } from '../../features/invites/invite-words';
import { onCallWords } from '../../features/on-call/on-call-words';
import { hoursWords } from '../../features/setup/hours/hours-words';
import { peopleWords } from '../../features/setup/people/people-words';
import { rotaWords } from '../../features/setup/rota/rota-words';
import { isSetupListName, SETUP_LISTS } from '../../features/setup/setup-requests';
import { setupWords } from '../../features/setup/setup-words';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { wallLinksWords } from '../../features/wall-links/wall-links-words';
import { usePageName } from '../../shared/page/page-title';
import { OPENING_PAGES, OpeningLinks } from './opening-links';
import '../../features/setup/setup.css';

/** Lists that have a page of their own, which leads to them for import and export. */
const BY_TASK: readonly string[] = ['hours', 'holidays', 'rota', 'people', 'training'];

const middleOf = (element: Element): number => {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
};

const nameOf = (shown: string): string => {
  if (isSetupListName(shown)) return setupWords.lists[shown].title;
  if (shown === 'open') return hoursWords.title;
  if (shown === 'week') return rotaWords.title;
  if (shown === 'team') return peopleWords.title;
  if (shown === 'accounts') return inviteWords.title;
  if (shown === 'access') return accessWords.title;
  if (shown === 'roles') return matrixWords.title;
  if (shown === 'on-call') return onCallWords.title;
  return shown === 'wall-links' ? wallLinksWords.title : signInWords.account;
};

/** The names of all pages of the set-up. `shown` changes with the page that is open. */
const SetupViews = ({ shown }: { readonly shown: string }) => {
  const views = useRef<HTMLElement>(null);
  usePageName(`${OPENING_PAGES[shown] ?? nameOf(shown)} · ${setupWords.title}`);
  useEffect(() => {
    const { current: line } = views;
    const open = line?.querySelector('[aria-current="page"]') ?? null;
    // On a narrow screen the names are a line that is moved sideways: the one that is open is in its middle.
    if (line !== null && open !== null) line.scrollLeft += middleOf(open) - middleOf(line);
  }, [shown]);
  return (
    <nav ref={views} className="setup-views" aria-label={setupWords.views}>
      <OpeningLinks />
      <Link to="/setup/open" className="status-bar__view">
        {hoursWords.title}
      </Link>
      <Link to="/setup/team" className="status-bar__view">
        {peopleWords.title}
      </Link>
      <Link to="/setup/week" className="status-bar__view">
        {rotaWords.title}
      </Link>
      {SETUP_LISTS.filter((name) => !BY_TASK.includes(name)).map((name) => (
        <Link key={name} to="/setup/$list" params={{ list: name }} className="status-bar__view">
          {setupWords.lists[name].title}
        </Link>
      ))}
      <Link to="/setup/accounts" className="status-bar__view">
        {inviteWords.title}
      </Link>
      <Link to="/setup/access" className="status-bar__view">
        {accessWords.title}
      </Link>
      <Link to="/setup/roles" className="status-bar__view">
        {matrixWords.title}
      </Link>
      <Link to="/setup/on-call" className="status-bar__view">
        {onCallWords.title}
      </Link>
      <Link to="/setup/wall-links" className="status-bar__view">
        {wallLinksWords.title}
      </Link>
    </nav>
  );
};

/** A page of the set-up beside the names of all of them. */
export const SetupPage = ({ shown, children }: { readonly shown: string; readonly children: ReactNode }) => (
  <div className="now setup-page">
    <SetupViews shown={shown} />
    <div className="now__board">{children}</div>
  </div>
);
