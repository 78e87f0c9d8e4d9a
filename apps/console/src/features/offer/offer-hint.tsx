import { useEffect, useState } from 'react';
import type { Offer } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { useLive } from '../../app/live/live-provider';
import { minutesBetween, useNow } from '../../app/now';
import { playTone } from '../../app/sound';
import { words } from '../../app/words';
import './offer-slot.css';
import { usePageTitle } from './page-title';

export interface OfferHintProps {
  /** Whether the place where offers show is out of sight: on this page always, or only where the screen is narrow. */
  readonly isElsewhere: 'no' | 'when_narrow' | 'yes';
  readonly onSee: () => void;
}

/** What is said of an offer, once, when it comes. */
const useSaid = (offer: Offer | null, isElsewhere: boolean): string => {
  const now = useNow(60_000);
  const [said, setSaid] = useState<{ offerId: string | null; text: string }>({ offerId: null, text: '' });
  const offerId = offer?.id ?? null;
  useEffect(() => {
    if (offerId !== null) playTone();
  }, [offerId]);
  if (said.offerId !== offerId) {
    const say = isElsewhere ? words.offer.announceElsewhere : words.offer.announce;
    const text =
      offer === null ? '' : say(words.band[offer.band], words.min(minutesBetween(offer.enteredAt, now)));
    setSaid({ offerId, text });
  }
  return said.text;
};

/** Tells of an offer wherever the person is, without taking them anywhere. */
export const OfferHint = ({ isElsewhere, onSee }: OfferHintProps) => {
  const offer = useLive((live) => live.desk?.offer ?? null);
  usePageTitle(offer !== null);
  const said = useSaid(offer, isElsewhere === 'yes');
  return (
    <>
      <p className="ui-unseen" role="status">
        {said}
      </p>
      {offer === null || isElsewhere === 'no' ? null : (
        <section className={`offer-hint offer-hint--${isElsewhere}`} aria-label={words.offer.title}>
          <Banner
            icon="bell"
            isSpoken={false}
            actions={
              <Button size="small" onPress={onSee}>
                {words.offer.see}
              </Button>
            }
          >
            {words.offer.someone} · {words.band[offer.band]}
          </Banner>
        </section>
      )}
    </>
  );
};
