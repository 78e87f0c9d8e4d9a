import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { HoldsPage } from '../../features/holds/holds-page';
import { holdsWords } from '../../features/holds/holds-words';
import './live-screen.css';

const route = getRouteApi('/inside/holds');
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Which conversation is asked about is part of the address, so that History can lead here. */
export const HoldsScreen = () => {
  const { conversation } = route.useSearch();
  const navigate = useNavigate();
  return (
    <div className="now">
      <div className="now__board">
        <HoldsPage
          conversation={typeof conversation === 'string' && ID.test(conversation) ? conversation : null}
          onAsk={(id) =>
            void navigate({ to: '/holds', search: id === null ? {} : { conversation: id }, replace: true })
          }
          way={<Link to="/history">{holdsWords.toHistory}</Link>}
        />
      </div>
    </div>
  );
};
