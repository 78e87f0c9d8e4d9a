import type { Handover } from '@warmline/contracts';
import { Banner, Button, Mark } from '@warmline/ui';
import { BriefView } from '../../shared/handover/brief-view';
import { timeLeftWords } from '../../shared/handover/time-left-words';
import { languageName } from '../../shared/i18n/language-name';
import { words } from '../../shared/i18n/words';
import { useNow } from '../../shared/page/use-now';
import { shortcutAria } from '../../shared/shortcuts/shortcut';
import { isMac } from '../../shared/shortcuts/use-shortcuts';

export interface HandoverOfferCardProps {
  readonly handover: Handover;
  readonly busy: 'accepting' | 'declining' | null;
  readonly mistake: string | null;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

const titleOf = ({ kind, proposedBy, visitorName }: Handover): string =>
  kind === 'cold'
    ? words.handover.receive.titleCold(visitorName)
    : words.handover.receive.title(proposedBy.name);

const whatNext = ({ kind, mustLeave, visitorName, sender }: Handover): string => {
  const { receive } = words.handover;
  if (kind === 'cold') return receive.whatNextCold(sender.name);
  return mustLeave
    ? receive.whatNextMustLeave(visitorName, sender.name)
    : receive.whatNext(visitorName, sender.name);
};

const TimeLeft = ({ expiresAt }: { readonly expiresAt: number }) => (
  <span className="offer__time">{timeLeftWords(expiresAt, useNow(1_000))}</span>
);

/** Being asked to take a conversation over, with its brief. It comes without touching the focus. */
export const HandoverOfferCard = (props: HandoverOfferCardProps) => {
  const { handover, busy, mistake, onAccept, onDecline } = props;
  const { visitorName, band, language, brief, mustLeave, sender, expiresAt } = handover;
  const title = titleOf(handover);
  return (
    <article className="offer" aria-label={title}>
      <div className="offer__head">
        <h3 className="offer__title">{title}</h3>
        <Mark tone={band === 1 ? 'strong' : 'accent'}>{words.band[band]}</Mark>
        {mustLeave ? <Mark icon="clock">{words.handover.receive.mustLeave(sender.name)}</Mark> : null}
      </div>
      <dl className="offer__facts">
        <div>
          <dt>{words.handover.receive.visitor}</dt>
          <dd>
            <bdi>{visitorName || words.conversation.unnamed}</bdi>
          </dd>
        </div>
        <div>
          <dt>{words.offer.language}</dt>
          <dd>{languageName(language)}</dd>
        </div>
      </dl>
      <div
        className="offer__brief"
        tabIndex={0}
        role="group"
        aria-label={words.handover.receive.brief(handover.proposedBy.name)}
      >
        <BriefView brief={brief} />
      </div>
      {expiresAt === null ? null : <TimeLeft expiresAt={expiresAt} />}
      {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
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
          onPress={onDecline}
          aria-keyshortcuts={shortcutAria('decline', isMac())}
        >
          {words.offer.decline}
        </Button>
      </div>
      <p className="offer__more">{whatNext(handover)}</p>
      <p className="offer__hint">{words.handover.receive.noReason}</p>
    </article>
  );
};
