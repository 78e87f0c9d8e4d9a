import type { Offer, Topic } from '@warmline/contracts';
import { Button, Mark } from '@warmline/ui';
import { useTopics } from '../../shared/content/topics';
import { languageName } from '../../shared/i18n/language-name';
import { words } from '../../shared/i18n/words';
import { minutesBetween, useNow } from '../../shared/page/use-now';
import { shortcutAria } from '../../shared/shortcuts/shortcut';
import { isMac } from '../../shared/shortcuts/use-shortcuts';
import { quartersLeft, timeLeft } from './time-left';

export interface OfferCardProps {
  readonly offer: Offer;
  readonly busy: 'accepting' | 'declining' | null;
  readonly onAccept: () => void;
  readonly onDecline: (muteTopic?: Topic) => void;
}

const TimeBar = ({ offer }: { readonly offer: Offer }) => {
  const left = timeLeft(offer.expiresAt, useNow(1_000));
  return (
    <div className="offer__time">
      <span className="offer__bar" aria-hidden="true">
        {[1, 2, 3, 4].map((quarter) => (
          <span
            key={quarter}
            className={
              quarter <= quartersLeft[left] ? 'offer__quarter offer__quarter--left' : 'offer__quarter'
            }
          />
        ))}
      </span>
      <span>{words.offer[left]}</span>
    </div>
  );
};

/** One invitation. It comes without touching the focus and says nothing the visitor has not said. */
export const OfferCard = ({ offer, busy, onAccept, onDecline }: OfferCardProps) => {
  const { nameOf } = useTopics();
  const waited = words.min(minutesBetween(offer.enteredAt, useNow()));
  return (
    <article className="offer" aria-label={words.offer.someone}>
      <div className="offer__head">
        <h3 className="offer__title">{words.offer.someone}</h3>
        <Mark tone={offer.band === 1 ? 'strong' : 'accent'}>{words.band[offer.band]}</Mark>
      </div>
      <dl className="offer__facts">
        <div>
          <dt>{words.offer.language}</dt>
          <dd>{languageName(offer.language)}</dd>
        </div>
        <div>
          <dt>{words.offer.waited}</dt>
          <dd>{waited}</dd>
        </div>
        <div>
          <dt>{words.offer.sent}</dt>
          <dd>{offer.messages === 0 ? words.offer.sentNone : words.offer.sentSome(offer.messages)}</dd>
        </div>
      </dl>
      {offer.surge ? <p className="offer__note">{words.wellbeing.surge}</p> : null}
      {offer.topics.length === 0 ? null : (
        <p className="offer__note">{words.wellbeing.mentions(offer.topics.map(nameOf).join(', '))}</p>
      )}
      <TimeBar offer={offer} />
      <div className="offer__acts">
        <Button
          kind="main"
          isBusy={busy === 'accepting'}
          isDisabled={busy === 'declining'}
          onPress={onAccept}
          aria-keyshortcuts={shortcutAria('accept', isMac())}
        >
          {busy === 'accepting' ? words.offer.accepting : words.offer.accept}
        </Button>
        <Button
          isDisabled={busy !== null}
          onPress={() => onDecline()}
          aria-keyshortcuts={shortcutAria('decline', isMac())}
        >
          {words.offer.decline}
        </Button>
      </div>
      {offer.topics.map((topic) => (
        <Button
          key={topic}
          size="small"
          kind="quiet"
          isDisabled={busy !== null}
          onPress={() => onDecline(topic)}
        >
          {words.wellbeing.mute(nameOf(topic))}
        </Button>
      ))}
      <p className="offer__hint">{words.offer.noReason}</p>
    </article>
  );
};
