import { useEffect, useState } from 'react';
import type { Handover, Offer } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { askedOf } from '../../app/handover/handover-roles';
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

/** Whatever waits for an answer: what stands on the hint, what is said, and what the page's title says. */
interface Invitation {
  readonly id: string;
  readonly shown: string;
  readonly said: string;
  readonly saidElsewhere: string;
  readonly see: string;
  readonly pageTitle: string;
}

const ofOffer = ({ id, band, enteredAt }: Offer, now: number): Invitation => {
  const waited = words.min(minutesBetween(enteredAt, now));
  return {
    id,
    shown: `${words.offer.someone} · ${words.band[band]}`,
    said: words.offer.announce(words.band[band], waited),
    saidElsewhere: words.offer.announceElsewhere(words.band[band], waited),
    see: words.offer.see,
    pageTitle: words.offer.pageTitle,
  };
};

const ofHandover = ({ id, band, proposedBy }: Handover): Invitation => {
  const { receive } = words.handover;
  return {
    id,
    shown: `${receive.title(proposedBy.name)} · ${words.band[band]}`,
    said: receive.announce(proposedBy.name, words.band[band]),
    saidElsewhere: receive.announceElsewhere(proposedBy.name, words.band[band]),
    see: receive.see,
    pageTitle: receive.pageTitle,
  };
};

const useInvitation = (): Invitation | null => {
  const now = useNow(60_000);
  const desk = useLive((live) => live.desk);
  if (desk === null) return null;
  const handover = askedOf(desk);
  if (handover !== null) return ofHandover(handover);
  return desk.offer === null ? null : ofOffer(desk.offer, now);
};

/** What is said of an invitation, once, when it comes. */
const useSaid = (invitation: Invitation | null, isElsewhere: boolean): string => {
  const [said, setSaid] = useState<{ id: string | null; text: string }>({ id: null, text: '' });
  const id = invitation?.id ?? null;
  useEffect(() => {
    if (id !== null) playTone();
  }, [id]);
  if (said.id !== id) {
    const text = isElsewhere ? invitation?.saidElsewhere : invitation?.said;
    setSaid({ id, text: text ?? '' });
  }
  return said.text;
};

/** Tells of an offer or a handover wherever the person is, without taking them anywhere. */
export const OfferHint = ({ isElsewhere, onSee }: OfferHintProps) => {
  const invitation = useInvitation();
  usePageTitle(invitation?.pageTitle ?? null);
  const said = useSaid(invitation, isElsewhere === 'yes');
  return (
    <>
      <p className="ui-unseen" role="status">
        {said}
      </p>
      {invitation === null || isElsewhere === 'no' ? null : (
        <section className={`offer-hint offer-hint--${isElsewhere}`} aria-label={words.offer.title}>
          <Banner
            icon="bell"
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
