import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { OpeningView } from '@warmline/contracts';
import { Banner } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { useView } from '../../shared/live/live-provider';
import { alertPerson } from '../../shared/page/sound';
import { openingWords } from './opening-words';

const clock = new Intl.DateTimeFormat(locale.formats, { hour: 'numeric', minute: '2-digit' });

const Alarm = ({ left }: { readonly left: NonNullable<OpeningView['leftWaiting']> }) => {
  // Heard when it begins, not with everybody who joins.
  useEffect(() => alertPerson('notice'), []);
  return (
    <section aria-label={openingWords.alarm}>
      <Banner tone="grave" icon="notification" isSpoken={false}>
        <span role="alert">
          <strong>{openingWords.leftWaiting(left.count)}</strong>{' '}
          {openingWords.leftWaitingMore(clock.format(left.since))}
        </span>{' '}
        <Link to="/queue">{openingWords.toQueue}</Link>
      </Banner>
    </section>
  );
};

/** Tells every supervisor, on every screen, that visitors wait and no one is on shift. */
export const LeftWaitingAlert = () => {
  const left = useView('opening').view?.leftWaiting ?? null;
  return left === null ? null : <Alarm left={left} />;
};
