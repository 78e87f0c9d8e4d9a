import { useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { words } from '../../shared/i18n/words';
import { useLive } from '../../shared/live/live-provider';
import '../help/help.css';

const timeOfDay = new Intl.DateTimeFormat(words.formats, { hour: '2-digit', minute: '2-digit' });

/** Who ended one's shift, and that it is meant kindly; until another begins, or it is put away. */
export const ShiftClosed = () => {
  const closed = useLive((live) => live.help?.shiftClosed ?? null);
  const [putAway, setPutAway] = useState<number | null>(null);
  if (closed === null || putAway === closed.at) return null;
  return (
    <section className="help" aria-label={words.wellbeing.strip}>
      <Banner
        icon="person"
        actions={
          <Button size="small" kind="quiet" onPress={() => setPutAway(closed.at)}>
            {words.frame.dismiss}
          </Button>
        }
      >
        {words.everyone.shiftClosed(closed.by, timeOfDay.format(closed.at))}
      </Banner>
    </section>
  );
};
