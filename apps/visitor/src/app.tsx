import { Announcements } from './parts/announcements';
import { EmergencyCard } from './parts/emergency-card';
import { ExitBar } from './parts/exit-bar';
import { PageProvider, type Page } from './parts/page-context';
import { useCell } from './parts/use-cell';
import { ArriveScreen } from './screens/arrive-screen';
import { BeforeScreen } from './screens/before-screen';
import { ChatScreen } from './screens/chat-screen';
import { SafetyScreen } from './screens/safety-screen';
import type { Chat } from './session/chat';
import type { Stage } from './session/visit';
import { words } from './words/words';

const Screen = ({ stage }: { readonly stage: Stage }) => {
  switch (stage.name) {
    case 'arrive':
      return <ArriveScreen />;
    case 'before_you_start':
      return <BeforeScreen />;
    case 'safety_question':
      return <SafetyScreen />;
    case 'chat':
      return <ChatScreen chat={stage.chat} />;
  }
};

/** Open for who is in danger, and while nobody is there who could answer. */
const ChatEmergency = ({ chat }: { readonly chat: Chat }) => {
  const view = useCell(chat.view);
  const isAlone = view?.state === 'waiting' && view.wait === 'nobody_on';
  return <EmergencyCard isLarge={chat.isInDanger || isAlone} />;
};

export const App = ({ page }: { readonly page: Page }) => {
  const stage = useCell(page.visit.stage);
  return (
    <PageProvider value={page}>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <ExitBar exit={page.exit} />
        {stage.name === 'chat' ? <ChatEmergency chat={stage.chat} /> : <EmergencyCard isLarge={false} />}
      </header>
      <main id="main" tabIndex={-1}>
        <Screen stage={stage} />
      </main>
      <Announcements />
    </PageProvider>
  );
};
