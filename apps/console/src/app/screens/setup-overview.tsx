import { Link } from '@tanstack/react-router';
import { overviewWords } from './overview-words';
import './setup-overview.css';
import { SETUP_GROUPS } from './setup-pages';
import { SetupPage } from './setup-views';

/** Where an administrator begins once the service is open: every page of the set-up, and what it is for. */
export const SetupOverview = () => (
  <SetupPage shown="">
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{overviewWords.title}</h1>
          <p>{overviewWords.lead}</p>
        </div>
      </div>
      {SETUP_GROUPS.map(({ title, pages }) => (
        <section key={title} className="overview" aria-label={title}>
          <h2>{title}</h2>
          <ul className="overview__pages">
            {pages.map((page) => (
              <li key={page.at}>
                <Link to={page.to} params={{ list: page.at }}>
                  {page.title}
                </Link>
                <p>{page.lead}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </SetupPage>
);
