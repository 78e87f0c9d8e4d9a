import type { Session } from '@warmline/contracts';
import { Banner, BannerStack } from '@warmline/ui';
import { ShiftBar } from '../../features/availability/shift-left';
import { HelpAlert } from '../../features/help/help-alert';
import { HelpBar } from '../../features/help/help-bar';
import { HowToTell } from '../../features/how-to-tell/how-to-tell';
import { DayStrip } from '../../features/wellbeing/day-strip';
import { waitsInDanger } from '../../shared/desk/waits-in-danger';
import { commonWords } from '../../shared/i18n/common-words';
import { useLive } from '../../shared/live/live-provider';
import { laterCard } from '../../shared/page/later';
import { useIsSoundBlocked } from '../../shared/page/sound';
import { frameWords } from './frame-words';

const PracticeInvitation = laterCard(
  async () => (await import('../../features/practice/practice-invitation')).PracticeInvitation,
);

const AccessAlert = laterCard(async () => (await import('../../features/access/access-alert')).AccessAlert);

const HoldsAlert = laterCard(async () => (await import('../../features/holds/holds-alert')).HoldsAlert);

const DangerWrote = laterCard(async () => (await import('../../features/caseload/danger-wrote')).DangerWrote);

const SurgeRequest = laterCard(async () => (await import('../../features/help/surge-request')).SurgeRequest);

const LeftWaitingAlert = laterCard(
  async () => (await import('../../features/opening/left-waiting-alert')).LeftWaitingAlert,
);

const ShiftClosed = laterCard(
  async () => (await import('../../features/availability/shift-closed')).ShiftClosed,
);

const SwapAlert = laterCard(async () => (await import('../../features/rota/swap-alert')).SwapAlert);

/** The desk shows it already. */
const OwnDanger = ({ isOnDesk }: { readonly isOnDesk: boolean }) => {
  const item = useLive(waitsInDanger);
  return item === null || isOnDesk ? null : <DangerWrote key={item.conversationId} item={item} />;
};

/** Nothing of it is loaded before the server speaks of practice. */
const InvitationToPractise = () => (useLive((live) => live.hasPractice) ? <PracticeInvitation /> : null);

export interface NoticesProps {
  readonly role: Session['staff']['role'];
  readonly isOnDesk: boolean;
}

/** What is told above every page: in one line, the most urgent first, so that it never takes the page from who writes. */
export const Notices = ({ role, isOnDesk }: NoticesProps) => {
  const isSoundBlocked = useIsSoundBlocked();
  return (
    <BannerStack label={frameWords.notices} more={commonWords.moreLines} fewer={commonWords.fewerLines}>
      {role === 'supervisor' ? <HelpAlert /> : null}
      <OwnDanger isOnDesk={isOnDesk} />
      {role === 'supervisor' ? <LeftWaitingAlert /> : null}
      <HelpBar />
      <DayStrip isOnDesk={isOnDesk} />
      <SurgeRequest />
      <ShiftBar />
      <ShiftClosed />
      <InvitationToPractise />
      {isOnDesk ? <SwapAlert /> : null}
      {role === 'supervisor' ? <AccessAlert to="/access" /> : null}
      {role === 'supervisor' ? <HoldsAlert /> : null}
      <HowToTell />
      {isSoundBlocked ? <Banner icon="note">{frameWords.soundBlocked}</Banner> : null}
    </BannerStack>
  );
};
