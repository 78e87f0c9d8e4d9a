import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { SetupListPage } from '../../features/setup/list-page';
import { FIRST_LIST, isSetupListName, SETUP_LISTS } from '../../features/setup/setup-requests';
import { setupWords } from '../../features/setup/setup-words';
import './live-screen.css';

const middleOf = (element: Element): number => {
  const { left, right } = element.getBoundingClientRect();
  return (left + right) / 2;
};

/** The lists a charity keeps about itself, one at a time. */
export const SetupScreen = () => {
  const { list: asked = FIRST_LIST } = useParams({ strict: false });
  const shown = isSetupListName(asked) ? asked : FIRST_LIST;
  const views = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current: line } = views;
    const open = line?.querySelector('[aria-current="page"]') ?? null;
    // On a narrow screen the names are a line that is moved sideways: the one that is open is in its middle.
    if (line !== null && open !== null) line.scrollLeft += middleOf(open) - middleOf(line);
  }, [shown]);
  return (
    <div className="now">
      <div className="now__board">
        <nav ref={views} className="setup-views" aria-label={setupWords.views}>
          {SETUP_LISTS.map((name) => (
            <Link key={name} to="/setup/$list" params={{ list: name }} className="status-bar__view">
              {setupWords.lists[name].title}
            </Link>
          ))}
        </nav>
        <SetupListPage key={shown} name={shown} />
      </div>
    </div>
  );
};
