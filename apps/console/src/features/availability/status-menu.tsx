import { useState } from 'react';
import type { Availability } from '@warmline/contracts';
import { Banner, Dot, MenuButton } from '@warmline/ui';
import { words } from '../../shared/i18n/words';
import { useLine, useLive } from '../../shared/live/live-provider';

const entries = [
  { key: 'available', label: words.frame.available, hint: words.frame.availableHint },
  { key: 'away', label: words.frame.away, hint: words.frame.awayHint },
] as const;

/** What the person chose; the server decides what follows from it. */
export const StatusMenu = () => {
  const line = useLine();
  const chosen = useLive((live) => live.desk?.me.availability ?? null);
  const isOnline = useLive((live) => live.connection.name === 'online');
  const [hasFailed, setFailed] = useState(false);
  if (chosen === null) return <span className="status-bar__pending">{words.frame.notShown}</span>;
  const choose = async (availability: Availability): Promise<void> => {
    const outcome = await line.desk.setAvailability(availability);
    setFailed(outcome.kind !== 'done');
  };
  return (
    <>
      <MenuButton<Availability>
        label={words.frame.statusIs(words.frame[chosen])}
        entries={entries}
        selected={chosen}
        isDisabled={!isOnline}
        onChoose={(availability) => void choose(availability)}
      >
        <Dot tone={chosen === 'available' ? 'on' : 'off'} />
        {words.frame[chosen]}
      </MenuButton>
      {hasFailed ? <Banner tone="notice">{words.frame.statusFailed}</Banner> : null}
    </>
  );
};
