import type { ReactNode } from 'react';
import type { Offer } from '@warmline/contracts';
import { Button, Mark } from '@warmline/ui';
import { bandWords, commonWords } from '../i18n/common-words';
import { SafetyMark } from '../safety/safety-mark';
import { shortcutAria } from '../shortcuts/shortcut';
import { isMac } from '../shortcuts/use-shortcuts';
import './invitation-card.css';

export interface InvitationCardProps {
  readonly title: string;
  readonly band: Offer['band'];
  readonly safety: Offer['safety'];
  readonly marks?: ReactNode;
  readonly facts: readonly { readonly term: string; readonly detail: ReactNode }[];
  /** Between the facts and the answer. */
  readonly children: ReactNode;
  readonly busy: 'accepting' | 'declining' | null;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
  /** Below the answer. */
  readonly foot: ReactNode;
}

/** An offer or a handover that waits for an answer. It appears without moving the focus. */
export const InvitationCard = (props: InvitationCardProps) => {
  const { title, band, safety, marks, facts, children, busy, onAccept, onDecline, foot } = props;
  return (
    <article className="invitation" aria-label={title}>
      <div className="invitation__head">
        <h3 className="invitation__title">{title}</h3>
        <SafetyMark safety={safety} />
        <Mark tone={band === 1 ? 'strong' : 'accent'}>{bandWords[band]}</Mark>
        {marks}
      </div>
      <dl className="invitation__facts">
        {facts.map(({ term, detail }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      {children}
      <div className="invitation__acts">
        <Button
          kind="main"
          isBusy={busy === 'accepting'}
          isDisabled={busy === 'declining'}
          onPress={onAccept}
          aria-keyshortcuts={shortcutAria('accept', isMac())}
        >
          {busy === 'accepting' ? commonWords.accepting : commonWords.accept}
        </Button>
        <Button
          isDisabled={busy !== null}
          onPress={onDecline}
          aria-keyshortcuts={shortcutAria('decline', isMac())}
        >
          {commonWords.decline}
        </Button>
      </div>
      {foot}
    </article>
  );
};
