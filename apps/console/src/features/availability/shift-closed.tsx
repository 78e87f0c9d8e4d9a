import { useState } from 'react';
import { Banner, Button } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { useLive } from '../../shared/live/live-provider';
import { availabilityWords } from './availability-words';

const timeOfDay = new Intl.DateTimeFormat(locale.formats, { hour: '2-digit', minute: '2-digit' });

/** Says who ended the person's shift. It stays until the next shift starts or the person dismisses it. */
export const ShiftClosed = () => {
  const closed = useLive((live) => live.help?.shiftClosed ?? null);
  const [putAway, setPutAway] = useState<number | null>(null);
  if (closed === null || putAway === closed.at) return null;
  return (
    <section aria-label={availabilityWords.strip}>
      <Banner
        icon="person"
        actions={
          <Button size="small" kind="quiet" onPress={() => setPutAway(closed.at)}>
            {commonWords.dismiss}
          </Button>
        }
      >
        {availabilityWords.shiftClosed(closed.by, timeOfDay.format(closed.at))}
      </Banner>
    </section>
  );
};
