import type { Handover } from '@warmline/contracts';
import { Banner, Mark } from '@warmline/ui';
import { InvitationCard } from '../../shared/desk/invitation-card';
import { commonWords } from '../../shared/i18n/common-words';
import { languageName } from '../../shared/i18n/language-name';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useNow } from '../../shared/page/use-now';
import { VisitorName } from '../../shared/page/visitor-name';
import { BriefView } from './brief-view';
import { FirstMark } from './first-mark';
import { handoverReceiveWords } from './handover-receive-words';
import { timeLeftWords } from './time-left-words';

export interface HandoverOfferCardProps {
  readonly handover: Handover;
  readonly busy: 'accepting' | 'declining' | null;
  readonly mistake: string | null;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

const titleOf = ({ kind, proposedBy, visitorName, conversationId }: Handover): string =>
  kind === 'cold'
    ? handoverReceiveWords.titleCold(visitorCalled(visitorName, conversationId))
    : handoverReceiveWords.title(proposedBy.name);

const whatNext = ({ kind, mustLeave, visitorName, conversationId, sender }: Handover): string => {
  const receive = handoverReceiveWords;
  const visitor = visitorCalled(visitorName, conversationId);
  if (kind === 'cold') return receive.whatNextCold(sender.name);
  return mustLeave ? receive.whatNextMustLeave(visitor, sender.name) : receive.whatNext(visitor, sender.name);
};

const TimeLeft = ({ expiresAt }: { readonly expiresAt: number }) => (
  <span className="invitation__time">{timeLeftWords(expiresAt, useNow(1_000))}</span>
);

/** Being asked to take a conversation over, with its brief. */
export const HandoverOfferCard = (props: HandoverOfferCardProps) => {
  const { handover, busy, mistake, onAccept, onDecline } = props;
  const { visitorName, band, safety, language, brief, mustLeave, sender, expiresAt } = handover;
  return (
    <InvitationCard
      title={titleOf(handover)}
      band={band}
      safety={safety}
      marks={
        <>
          {mustLeave ? <Mark icon="clock">{handoverReceiveWords.mustLeave(sender.name)}</Mark> : null}
          <FirstMark handover={handover} />
        </>
      }
      facts={[
        {
          term: commonWords.visitor,
          detail: <VisitorName name={visitorName} conversationId={handover.conversationId} />,
        },
        { term: commonWords.language, detail: languageName(language) },
      ]}
      busy={busy}
      onAccept={onAccept}
      onDecline={onDecline}
      foot={
        <>
          <p className="invitation__more">{whatNext(handover)}</p>
          <p className="invitation__hint">{handoverReceiveWords.noReason}</p>
        </>
      }
    >
      <div
        className="invitation__brief"
        tabIndex={0}
        role="group"
        aria-label={handoverReceiveWords.brief(handover.proposedBy.name)}
      >
        <BriefView brief={brief} />
      </div>
      {expiresAt === null ? null : <TimeLeft expiresAt={expiresAt} />}
      {mistake === null ? null : <Banner tone="notice">{mistake}</Banner>}
    </InvitationCard>
  );
};
