import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { DoorView } from '@warmline/contracts';
import { Banner } from '@warmline/ui';
import { words } from '../../shared/i18n/words';
import { useLine, useLive } from '../../shared/live/live-provider';
import { playTone } from '../../shared/page/sound';

const clock = new Intl.DateTimeFormat(words.formats, { hour: 'numeric', minute: '2-digit' });

const Alarm = ({ left }: { readonly left: NonNullable<DoorView['leftWaiting']> }) => {
  // Heard when it begins, not with everybody who joins.
  useEffect(() => playTone(), []);
  return (
    <section aria-label={words.door.alarm}>
      <Banner tone="grave" icon="bell" isSpoken={false}>
        <span role="alert">
          <strong>{words.door.leftWaiting(left.count)}</strong>{' '}
          {words.door.leftWaitingMore(clock.format(left.since))}
        </span>{' '}
        <Link to="/queue">{words.door.toQueue}</Link>
      </Banner>
    </section>
  );
};

/** Somebody waits for nobody: told to every supervisor wherever they are, until somebody is on. */
export const LeftWaitingAlert = () => {
  const line = useLine();
  const left = useLive((live) => live.door?.leftWaiting ?? null);
  useEffect(() => {
    void line.door.open();
  }, [line]);
  return left === null ? null : <Alarm left={left} />;
};
