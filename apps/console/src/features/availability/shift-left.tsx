import { useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { locale } from '../../shared/i18n/locale';
import { useClient, useLive } from '../../shared/live/live-provider';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { availabilityWords } from './availability-words';
import './status-menu.css';

const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

/** How long the shift goes on, for the status bar. Nothing before the first one, nor long after the last. */
export const ShiftLeft = () => {
  const endsAt = useLive((live) => live.desk?.shiftEndsAt ?? null);
  const isAway = useLive((live) => live.desk?.me.availability === 'away');
  const now = useNow();
  if (endsAt === null || (isAway && endsAt <= now)) return null;
  const told = endsAt <= now ? availabilityWords.over : availabilityWords.left(minutesBetween(now, endsAt));
  return (
    <span className="status-bar__shift status-bar__wide shift-left">
      {told}
      <ShiftLine endsAt={endsAt} now={now} />
    </span>
  );
};

/** The shift as a thin line: what is gone of it, and where the next break is due. The words beside it say the same. */
const ShiftLine = ({ endsAt, now }: { readonly endsAt: number; readonly now: number }) => {
  const beganAt = useLive((live) => live.desk?.wellbeing.shift?.beganAt ?? null);
  const dueAt = useLive((live) => live.desk?.wellbeing.break.dueAt ?? null);
  if (beganAt === null || endsAt <= beganAt) return null;
  const at = (moment: number): number =>
    Math.min(100, Math.max(0, (100 * (moment - beganAt)) / (endsAt - beganAt)));
  return (
    <svg className="shift-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="shift-bar__whole" width={100} height={4} />
      <rect className="shift-bar__gone" width={at(now)} height={4} />
      {dueAt === null || dueAt > endsAt ? null : (
        <rect className="shift-bar__break" x={Math.min(97, at(dueAt))} width={3} height={4} />
      )}
    </svg>
  );
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
