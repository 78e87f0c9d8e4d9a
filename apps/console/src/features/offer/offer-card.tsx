import type { Offer, Topic } from '@warmline/contracts';
import { Button } from '@warmline/ui';
import { useTopics } from '../../shared/content/topics';
import { InvitationCard } from '../../shared/desk/invitation-card';
import { commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { min, ordinal } from '../../shared/i18n/spans';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { offerWords } from './offer-words';
import { quartersLeft, timeLeft } from './time-left';

export interface OfferCardProps {
  readonly offer: Offer;
  /** Which of their first conversations it would be; null once those are over. */
  readonly first: number | null;
  readonly busy: 'accepting' | 'declining' | null;
  readonly onAccept: () => void;
  readonly onDecline: (muteTopic?: Topic) => void;
}

const TimeBar = ({ offer }: { readonly offer: Offer }) => {
  const now = useNow(1_000);
  const left = quartersLeft(offer, now);
  return (
    <div className="invitation__time">
      <span className="offer__bar" aria-hidden="true">
        {[1, 2, 3, 4].map((quarter) => (
          <span
            key={quarter}
            className={quarter <= left ? 'offer__quarter offer__quarter--left' : 'offer__quarter'}
          />
        ))}
      </span>
      <span>{offerWords[timeLeft(offer.expiresAt, now)]}</span>
    </div>
  );
};

/** One offer. It says nothing the visitor has not said. */
export const OfferCard = ({ offer, first, busy, onAccept, onDecline }: OfferCardProps) => {
  const { nameOf } = useTopics();
  const waited = min(minutesBetween(offer.enteredAt, useNow()));
  const sent = offer.messages === 0 ? offerWords.sentNone : offerWords.sentSome(offer.messages);
  return (
    <InvitationCard
      title={offerWords.someone}
      band={offer.band}
      safety={offer.safety}
      facts={[
        { term: commonWords.language, detail: languageName(offer.language) },
        { term: offerWords.waited, detail: waited },
        { term: offerWords.sent, detail: sent },
      ]}
      busy={busy}
      onAccept={onAccept}
      onDecline={() => onDecline()}
      foot={
        <>
          {offer.topics.map((topic) => (
            <Button
              key={topic}
              size="small"
              kind="quiet"
              isDisabled={busy !== null}
              onPress={() => onDecline(topic)}
            >
              {offerWords.mute(nameOf(topic))}
            </Button>
          ))}
          <p className="invitation__hint">{offerWords.noReason}</p>
        </>
      }
    >
      {first === null ? null : <p className="invitation__note">{offerWords.first(ordinal(first))}</p>}
      {offer.surge ? <p className="invitation__note">{offerWords.surge}</p> : null}
      {offer.topics.length === 0 ? null : (
        <p className="invitation__note">{offerWords.mentions(offer.topics.map(nameOf).join(', '))}</p>
      )}
      <TimeBar offer={offer} />
    </InvitationCard>
  );
};
