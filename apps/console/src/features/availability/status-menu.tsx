import { useState } from 'react';
import type { Desk } from '@warmline/contracts';
import { Banner, Dot, MenuButton } from '@warmline/ui';
import type { Availability } from '@warmline/vocabulary';
import { locale } from '../../shared/i18n/locale';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useNow } from '../../shared/page/use-now';
import { availabilityWords } from './availability-words';
import './status-menu.css';

const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

const entries = [
  { key: 'available', label: availabilityWords.available, hint: availabilityWords.availableHint },
  { key: 'away', label: availabilityWords.away, hint: availabilityWords.awayHint },
] as const;

/** What is shown: the status chosen, or what holds offers back for now, in its own words. */
const shownOf = (
  desk: Desk,
  now: number,
): { readonly words: string; readonly tone: 'on' | 'notice' | 'off' } => {
  const { me, wellbeing } = desk;
  const { break: pause, coolDown, shift, capacity } = wellbeing;
  const { onBreak, quiet, notCheckedIn, oneAtATime } = availabilityWords;
  if (me.availability === 'away') return { words: availabilityWords.away, tone: 'off' };
  if (pause.until !== null && pause.until > now)
    return { words: onBreak(timeOfDay.format(pause.until)), tone: 'notice' };
  if (shift === null || shift.checkIn === 'not_today') return { words: notCheckedIn, tone: 'off' };
  if (coolDown !== null && coolDown.until > now)
    return { words: quiet(timeOfDay.format(coolDown.until)), tone: 'notice' };
  return { words: capacity.units <= 1 ? oneAtATime : availabilityWords.available, tone: 'on' };
};

/** What the person chose; the server decides what follows from it. */
export const StatusMenu = () => {
  const client = useClient();
  const desk = useLive((live) => live.desk);
  const now = useNow();
  const isOnline = useLive((live) => live.connection.name === 'online');
  const [hasFailed, setFailed] = useState(false);
  if (desk === null) return <span className="status-bar__pending">{availabilityWords.notShown}</span>;
  const { words, tone } = shownOf(desk, now);
  const choose = async (availability: Availability): Promise<void> => {
    const outcome = await client.setAvailability(availability);
    setFailed(outcome.kind !== 'done');
  };
  return (
    <>
      <MenuButton<Availability>
        label={availabilityWords.statusIs(words)}
        entries={entries}
        selected={desk.me.availability}
        isDisabled={!isOnline}
        onChoose={(availability) => void choose(availability)}
      >
        <Dot tone={tone} />
        <span className={`status status--${tone}`}>{words}</span>
      </MenuButton>
      {hasFailed ? <Banner tone="notice">{availabilityWords.statusFailed}</Banner> : null}
    </>
  );
};
