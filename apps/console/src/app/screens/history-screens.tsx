import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { CharityChanges } from '../../features/charity/charity-changes';
import { choiceOf, searchOf } from '../../features/history/history-filter';
import { HistoryPage } from '../../features/history/history-page';
import { historyWords } from '../../features/history/history-words';
import { LogPage } from '../../features/history/log-page';
import { PastPage } from '../../features/history/past-page';
import { pastWords } from '../../features/history/past-words';
import { personChoiceOf } from '../../features/history/person-choice';
import { PersonPage } from '../../features/history/person-page';
import { ReadersPage } from '../../features/history/readers-page';
import { readersWords } from '../../features/history/readers-words';
import { SettingsPage } from '../../features/history/settings-page';
import { holdsWords } from '../../features/holds/holds-words';
import { SavedRows } from '../../features/setup/row-changes';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { Shade } from '../../shared/page/shade';
import { HistoryViews } from './history-views';
import './live-screen.css';

const route = getRouteApi('/inside/history');
const pastRoute = getRouteApi('/inside/history/$conversationId');
const personRoute = getRouteApi('/inside/history/people');

/** Conversations by time. The filter is part of the address, so that it outlasts a reload. */
export const HistoryScreen = () => {
  const choice = choiceOf(route.useSearch());
  const navigate = useNavigate();
  return (
    <div className="now">
      <div className="now__board">
        <HistoryPage
          views={<HistoryViews />}
          holdsLink={(conversation, visitor) => (
            <Link to="/holds" search={{ conversation }} aria-label={holdsWords.linkOf(visitor)}>
              {holdsWords.link}
            </Link>
          )}
          choice={choice}
          link={({ id, label }) => (
            <Link to="/history/$conversationId" params={{ conversationId: id }} aria-label={label}>
              {historyWords.open}
            </Link>
          )}
          onChoose={(chosen) => void navigate({ to: '/history', search: searchOf(chosen), replace: true })}
        />
      </div>
    </div>
  );
};

/** One conversation of the past. */
export const PastScreen = () => {
  const { conversationId } = pastRoute.useParams();
  usePageName(pastWords.pageTitle);
  return (
    <div className="now">
      <div className="now__board">
        <Shade>
          <PastPage
            key={conversationId}
            conversationId={conversationId}
            way={<Link to="/history">{pastWords.back}</Link>}
          />
        </Shade>
      </div>
    </div>
  );
};

const conversationLink = ({ id, label }: { readonly id: string; readonly label: string }) => (
  <Link to="/history/$conversationId" params={{ conversationId: id }}>
    {label}
  </Link>
);

/** What one person did. Who and when is part of the address. */
export const PersonScreen = () => {
  const { clock } = useParts();
  const choice = personChoiceOf(personRoute.useSearch(), clock.now());
  const navigate = useNavigate();
  return (
    <div className="now">
      <div className="now__board">
        <PersonPage
          views={<HistoryViews />}
          choice={choice}
          onChoose={(chosen) =>
            void navigate({ to: '/history/people', search: { ...chosen }, replace: true })
          }
          link={conversationLink}
        />
      </div>
    </div>
  );
};

/** The audit log itself. */
export const LogScreen = () => (
  <div className="now">
    <div className="now__board">
      <LogPage views={<HistoryViews />} />
    </div>
  </div>
);

/** Changes of the settings, each in the words of its own page. */
export const SettingsScreen = () => (
  <div className="now">
    <div className="now__board">
      <SettingsPage
        views={<HistoryViews />}
        changeTold={(change) =>
          change.kind === 'charity' ? <CharityChanges change={change} /> : <SavedRows change={change} />
        }
      />
    </div>
  </div>
);

/** Who read one's own conversations. */
export const ReadersScreen = () => (
  <div className="now">
    <div className="now__board">
      <ReadersPage way={<Link to="/">{readersWords.back}</Link>} />
    </div>
  </div>
);
