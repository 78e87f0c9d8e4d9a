import type { Handover } from '@warmline/contracts';
import { bandWords } from '../../shared/i18n/common-words';
import { handoverReceiveWords } from './handover-receive-words';

/**
 * What is shown and said of a handover wherever the person is. Apart from the card, which comes with the desk: this is in
 * what the browser loads first.
 */
export const handoverInvitation = ({ id, band, proposedBy }: Handover) => {
  const receive = handoverReceiveWords;
  return {
    id,
    shown: `${receive.title(proposedBy.name)} · ${bandWords[band]}`,
    said: receive.announce(proposedBy.name, bandWords[band]),
    saidElsewhere: receive.announceElsewhere(proposedBy.name, bandWords[band]),
    see: receive.see,
    pageTitle: receive.pageTitle,
  };
};
