import { useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { useClient, useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { availabilityWords } from './availability-words';

const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

/** How long the shift goes on, for the status bar. Nothing before the first one, nor long after the last. */
export const ShiftLeft = () => {
  const endsAt = useLive((live) => live.desk?.shiftEndsAt ?? null);
  const isAway = useLive((live) => live.desk?.me.availability === 'away');
  const now = useNow();
  if (endsAt === null || (isAway && endsAt <= now)) return null;
  const told = endsAt <= now ? availabilityWords.over : availabilityWords.left(minutesBetween(now, endsAt));
  return <span className="status-bar__shift status-bar__wide">{told}</span>;
};

/** Why nothing is offered towards the end of a shift, and how to go on for another one. */
export const ShiftBar = () => {
  const client = useClient();
  const desk = useLive((live) => live.desk);
  const now = useNow();
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (desk === null || !desk.offersPaused || desk.me.availability === 'away' || desk.shiftEndsAt === null)
    return null;
  const startAnother = async (): Promise<void> => {
    setBusy(true);
    const outcome = await client.setAvailability('available');
    setBusy(false);
    setFailed(outcome.kind !== 'done');
  };
  const time = timeOfDay.format(desk.shiftEndsAt);
  const isOver = desk.shiftEndsAt <= now;
  return (
    <Banner
      tone="notice"
      icon="clock"
      actions={
        <Button size="small" isBusy={isBusy} onPress={() => void startAnother()}>
          {availabilityWords.another}
        </Button>
      }
    >
      {isOver ? availabilityWords.pausedOver(time) : availabilityWords.paused(time)}{' '}
      {availabilityWords.pausedMore}
      {hasFailed ? ` ${availabilityWords.failed}` : ''}
    </Banner>
  );
};
