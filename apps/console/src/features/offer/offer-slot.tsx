import { useState, type ReactNode } from 'react';
import type { Desk, Offer, Topic } from '@warmline/contracts';
import { Banner, Button } from '@warmline/ui';
import { askForComposer, selectConversation } from '../../shared/desk/desk-view';
import { commonWords } from '../../shared/i18n/common-words';
import { atMoment } from '../../shared/i18n/moment-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import { OfferCard } from './offer-card';
import { offerWords } from './offer-words';
import './offer-slot.css';

const useAnswering = (offer: Offer) => {
  const client = useClient();
  const [busy, setBusy] = useState<{ offerId: string; with: 'accepting' | 'declining' } | null>(null);
  const isBusy = busy?.offerId === offer.id;
  const accept = async (): Promise<void> => {
    if (isBusy) return;
    setBusy({ offerId: offer.id, with: 'accepting' });
    const conversationId = await client.desk.accept(offer.id);
    setBusy(null);
    if (conversationId === null) return;
    selectConversation(conversationId);
    askForComposer();
  };
  const decline = async (muteTopic?: Topic): Promise<void> => {
    if (isBusy) return;
    setBusy({ offerId: offer.id, with: 'declining' });
    await client.desk.decline(offer.id, muteTopic);
    setBusy(null);
  };
  return {
    busy: isBusy ? busy.with : null,
    accept: () => void accept(),
    decline: (muteTopic?: Topic) => void decline(muteTopic),
  };
};

/** The server says why nothing is offered, and what helps. */
const whyNone = ({ now, whyNoOffer: why }: Desk): string => {
  if (why === null) return offerWords.noneAvailable;
  const { reason, until, step } = why;
  if (step === 'finish_wrap_up') return offerWords.noneWrapUp;
  const told = offerWords.noneBecause[reason];
  return until === null ? told : `${told} ${offerWords.noneUntil(atMoment(until, now))}`;
};

/** Shows one thing at a time. A handover comes first, because people wait on both sides of it. */
const OwnOffer = ({ offer, isSecond }: { readonly offer: Offer; readonly isSecond: boolean }) => {
  const { busy, accept, decline } = useAnswering(offer);
  useShortcuts(isSecond ? {} : { accept, decline: () => decline() });
  const first = useLive(({ desk }) => {
    const capacity = desk?.wellbeing.capacity;
    return capacity?.reason === 'first_conversations' ? capacity.conversationsHeld + 1 : null;
  });
  return <OfferCard first={first} offer={offer} busy={busy} onAccept={accept} onDecline={decline} />;
};

const NoOffer = () => {
  const desk = useLive((live) => live.desk);
  if (desk === null) return null;
  return (
    <div className="offer-slot__none">
      <p>{offerWords.none}</p>
      <p className="offer-slot__why">{whyNone(desk)}</p>
    </div>
  );
};

export interface OfferSlotProps {
  /** A handover this person is asked to take; null while there is none. */
  readonly handover: ReactNode;
  /** What is said of a handover that came to nothing. */
  readonly ended: ReactNode;
}

/** The only part of the desk where an offer shows. */
export const OfferSlot = ({ handover, ended }: OfferSlotProps) => {
  const client = useClient();
  const offer = useLive((live) => live.desk?.offer ?? null);
  const fate = useLive((live) => live.offerFate);
  return (
    <section className="offer-slot" aria-label={offerWords.title} tabIndex={-1}>
      <h2 className="desk__heading">{offerWords.title}</h2>
      {fate === null ? null : (
        <Banner
          actions={
            <Button
              size="small"
              kind="quiet"
              onPress={() => client.store.setState({ offerFate: null })}
              aria-label={commonWords.dismiss}
              icon="close"
              iconOnly
            />
          }
        >
          {offerWords.fate[fate]}
        </Banner>
      )}
      {ended}
      {handover}
      {offer === null ? null : <OwnOffer offer={offer} isSecond={handover !== null} />}
      {offer === null && handover === null ? <NoOffer /> : null}
    </section>
  );
};
