import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type ReactNode } from 'react';
import { isSetupListName } from '../../features/setup/setup-requests';
import { setupWords } from '../../features/setup/setup-words';
import { signInWords } from '../../features/sign-in/sign-in-words';
import { usePageName } from '../../shared/page/page-title';
import { overviewWords } from './overview-words';
import { SETUP_GROUPS } from './setup-pages';
import './live-screen.css';
import '../../features/setup/setup.css';

const middleOf = (element: Element): number => {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
};

/** What the title says: a list that is reached from another page has its own name, and the account is everyone's. */
const nameOf = (shown: string): string | null => {
  if (shown === '') return null;
  const page = SETUP_GROUPS.flatMap(({ pages }) => pages).find(({ at }) => at === shown);
  if (page !== undefined) return page.title;
  return isSetupListName(shown) ? setupWords.lists[shown].title : signInWords.account;
};

/** The names of all pages of the set-up. `shown` changes with the page that is open. */
const SetupViews = ({ shown }: { readonly shown: string }) => {
  const views = useRef<HTMLElement>(null);
  usePageName([nameOf(shown), setupWords.title].filter((part) => part !== null).join(' · '));
  useEffect(() => {
    const { current: line } = views;
    const open = line?.querySelector('[aria-current="page"]') ?? null;
    // On a narrow screen the names are a line that is moved sideways: the one that is open is in its middle.
    if (line !== null && open !== null) line.scrollLeft += middleOf(open) - middleOf(line);
  }, [shown]);
  return (
    <nav ref={views} className="setup-views" aria-label={setupWords.views}>
      <Link to="/setup" activeOptions={{ exact: true }} className="status-bar__view">
        {overviewWords.title}
      </Link>
      {SETUP_GROUPS.map(({ title, pages }) =>
        pages.map((page) => (
          <Link
            key={`${title} ${page.at}`}
            to={page.to}
            params={{ list: page.at }}
            className="status-bar__view"
          >
            {page.title}
          </Link>
        )),
      )}
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
