import { CharityPage } from '../../features/charity/charity-page';
import { charityWords } from '../../features/charity/charity-words';
import { inviteWords } from '../../features/invites/invite-words';
import { onCallWords } from '../../features/on-call/on-call-words';
import { ReadinessPage } from '../../features/readiness/readiness-page';
import { hoursWords } from '../../features/setup/hours/hours-words';
import { MovePage } from '../../features/setup/move/move-page';
import { peopleWords } from '../../features/setup/people/people-words';
import { rotaWords } from '../../features/setup/rota/rota-words';
import { setupWords } from '../../features/setup/setup-words';
import { TestChatPage } from '../../features/test-chat/test-chat-page';
import { testChatWords } from '../../features/test-chat/test-chat-words';
import { SetupPage } from './setup-views';

/** What visitors see of the charity. */
export const CharityScreen = () => (
  <SetupPage shown="charity">
    <CharityPage />
  </SetupPage>
);

/** The page that cures each line of the list. */
const CURES = {
  administrators: { to: '/setup/team', name: peopleWords.title },
  second_factors: { to: '/setup/accounts', name: inviteWords.title },
  hours: { to: '/setup/open', name: hoursWords.title },
  responders: { to: '/setup/team', name: peopleWords.title },
  first_shift: { to: '/setup/week', name: rotaWords.title },
  numbers: { to: '/setup/charity', name: charityWords.title },
  wording: { to: '/setup/wording', name: setupWords.lists.wording.title },
  on_call: { to: '/setup/on-call', name: onCallWords.title },
  test_chat: { to: '/setup/test-chat', name: testChatWords.title },
  backup: null,
} as const;

/** What has to be so before visitors come. */
export const ReadinessScreen = () => (
  <SetupPage shown="ready">
    <ReadinessPage cures={CURES} />
  </SetupPage>
);

/** A chat with oneself. */
export const TestChatScreen = () => (
  <SetupPage shown="test-chat">
    <TestChatPage />
  </SetupPage>
);

/** A service on its way to another deployment. */
export const MoveScreen = () => (
  <SetupPage shown="move">
    <MovePage />
  </SetupPage>
);
