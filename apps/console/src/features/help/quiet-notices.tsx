import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { HelpView } from '@warmline/contracts';
import { Banner } from '@warmline/ui';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { alertPerson } from '../../shared/page/sound';
import { helpWords } from './help-words';

const said = helpWords;

export interface QuietNotice {
  /** Tells it apart from the notice before. */
  readonly key: string;
  readonly text: string;
  /** Where a supervisor can act. */
  readonly to: '/queue' | '/people' | '/now' | null;
}

/** What supervisors should know and nobody is in danger of, the most pressing first. */
export const noticesOf = (help: HelpView | null): readonly QuietNotice[] => {
  if (help === null) return [];
  const { everyoneAway, missedOffers, shiftsOver, onCallFailing, late } = help;
  return [
    ...(everyoneAway === null
      ? []
      : [{ key: 'everyone-away', text: said.everyoneAway(everyoneAway.waiting), to: '/queue' as const }]),
    ...shiftsOver.map(({ conversationId, responder, visitorName }) => ({
      key: `shift-${conversationId}`,
      text: said.shiftOver(responder.name, visitorCalled(visitorName, conversationId)),
      to: '/now' as const,
    })),
    ...missedOffers.map(({ responder, at }) => ({
      key: `missed-${responder.id}-${at}`,
      text: said.missedOffers(responder.name),
      to: '/people' as const,
    })),
    ...(onCallFailing === 0 ? [] : [{ key: 'on-call', text: said.onCallFailing(onCallFailing), to: null }]),
    ...(late.erasure ? [{ key: 'erasure-late', text: said.erasureLate, to: null }] : []),
    ...(late.log ? [{ key: 'log-late', text: said.logLate, to: null }] : []),
  ];
};

/** One quiet line each, with the quiet tune when a new one comes. */
export const QuietNotices = ({ list }: { readonly list: readonly QuietNotice[] }) => {
  const keys = list.map(({ key }) => key).join(' ');
  useEffect(() => {
    if (keys !== '') alertPerson('notice');
  }, [keys]);
  return list.map(({ key, text, to }) => (
    <Banner key={key} tone="notice" icon="clock">
      {text} {to === null ? null : <Link to={to}>{said.look}</Link>}
    </Banner>
  ));
};
