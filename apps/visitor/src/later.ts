import { TellUsForm } from './complaint/tell-us-form';
import { EndedScreen } from './ending/ended-screen';
import { HandoverNotice } from './handover/handover-notice';
import { PrivacyNotice } from './privacy/privacy-notice';
import { makeProof } from './proof/make-proof';
import { CheckInCard } from './silence/check-in-card';
import { WhileWaiting } from './waiting/while-waiting';

/** What nobody needs before a chat has started: one file of its own, see `page/later-parts.ts`. */
export const laterParts = {
  CheckInCard,
  EndedScreen,
  HandoverNotice,
  PrivacyNotice,
  TellUsForm,
  WhileWaiting,
  makeProof,
};
export type Parts = typeof laterParts;
