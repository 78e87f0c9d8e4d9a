import { useEffect, useState } from 'react';
import type { Offer } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { bandWords } from '../../shared/i18n/common-words';
import { min } from '../../shared/i18n/spans';
import { useLive } from '../../shared/live/live-provider';
import { alertPerson } from '../../shared/page/sound';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { offerWords } from './offer-words';
import './offer-slot.css';
import { usePageTitle } from './page-title';

export interface OfferHintProps {
  /** Whether the place where offers show is out of sight: on this page always, or only where the screen is narrow. */
  readonly isElsewhere: 'no' | 'when_narrow' | 'yes';
  readonly onSee: () => void;
  /** A handover that waits for an answer; it comes before an offer. */
  readonly handover: Invitation | null;
}

/** What needs an answer: the text of the hint, the announcement and the page title. */
export interface Invitation {
  readonly id: string;
  readonly shown: string;
  readonly said: string;
  readonly saidElsewhere: string;
  readonly see: string;
  readonly pageTitle: string;
}

const ofOffer = ({ id, band, enteredAt }: Offer, now: number): Invitation => {
  const waited = min(minutesBetween(enteredAt, now));
  return {
    id,
    shown: `${offerWords.someone} · ${bandWords[band]}`,
    said: offerWords.announce(bandWords[band], waited),
    saidElsewhere: offerWords.announceElsewhere(bandWords[band], waited),
    see: offerWords.see,
    pageTitle: offerWords.pageTitle,
  };
};

const useOffered = (): Invitation | null => {
  const now = useNow(60_000);
  const offer = useLive((live) => live.desk?.offer ?? null);
  return offer === null ? null : ofOffer(offer, now);
};

/** What is said of an invitation, once, when it comes. */
const useSaid = (invitation: Invitation | null, isElsewhere: boolean): string => {
  const [said, setSaid] = useState<{ id: string | null; text: string }>({ id: null, text: '' });
  const id = invitation?.id ?? null;
  useEffect(() => {
    if (id !== null) alertPerson('offer');
  }, [id]);
  if (said.id !== id) {
    const text = isElsewhere ? invitation?.saidElsewhere : invitation?.said;
    setSaid({ id, text: text ?? '' });
  }
  return said.text;
};

/** Tells of an offer or a handover wherever the person is, without taking them anywhere. */
export const OfferHint = ({ isElsewhere, onSee, handover }: OfferHintProps) => {
  const offered = useOffered();
  const invitation = handover ?? offered;
  usePageTitle(invitation?.pageTitle ?? null);
  const said = useSaid(invitation, isElsewhere === 'yes');
  return (
    <>
      <p className="ui-unseen" role="status">
        {said}
      </p>
      {invitation === null || isElsewhere === 'no' ? null : (
        <section className={`offer-hint offer-hint--${isElsewhere}`} aria-label={offerWords.title}>
          <Banner
            icon="notification"
            isSpoken={false}
            actions={
              <Button size="small" onPress={onSee}>
                {invitation.see}
              </Button>
            }
          >
            {invitation.shown}
          </Banner>
        </section>
      )}
    </>
  );
};
