import { useState } from 'react';
import { Banner, Dot, MenuButton } from '@warmline/ui';
import type { Availability } from '@warmline/vocabulary';
import { useClient, useLive } from '../../shared/live/live-provider';
import { availabilityWords } from './availability-words';

const entries = [
  { key: 'available', label: availabilityWords.available, hint: availabilityWords.availableHint },
  { key: 'away', label: availabilityWords.away, hint: availabilityWords.awayHint },
] as const;

/** What the person chose; the server decides what follows from it. */
export const StatusMenu = () => {
  const client = useClient();
  const chosen = useLive((live) => live.desk?.me.availability ?? null);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const [hasFailed, setFailed] = useState(false);
  if (chosen === null) return <span className="status-bar__pending">{availabilityWords.notShown}</span>;
  const choose = async (availability: Availability): Promise<void> => {
    const outcome = await client.setAvailability(availability);
    setFailed(outcome.kind !== 'done');
  };
  return (
    <>
      <MenuButton<Availability>
        label={availabilityWords.statusIs(availabilityWords[chosen])}
        entries={entries}
        selected={chosen}
        isDisabled={!isOnline}
        onChoose={(availability) => void choose(availability)}
      >
        <Dot tone={chosen === 'available' ? 'on' : 'off'} />
        {availabilityWords[chosen]}
      </MenuButton>
      {hasFailed ? <Banner tone="notice">{availabilityWords.statusFailed}</Banner> : null}
    </>
  );
};
