import { BeforeScreen } from './before-you-start/before-screen';
import { SafetyScreen } from './before-you-start/safety-screen';
import type { Chat } from './conversation/chat';
import { ChatScreen } from './conversation/chat-screen';
import { words } from './language/catalogue';
import { ExitBar } from './leaving/exit-bar';
import { ArriveScreen } from './opening/arrive-screen';
import { Announcements } from './page/announcements';
import { CharityLine, DemoMark } from './page/charity-line';
import { EmergencyCard, EmergencyNumbers } from './page/emergency-card';
import { PageProvider, type Page } from './page/page-context';
import { useSignal } from './page/use-signal';
import type { Stage } from './visit/visit';

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

/** Open for someone in danger, and while no one is there who could answer. In a conversation it is the numbers alone. */
const ChatEmergency = ({ chat }: { readonly chat: Chat }) => {
  const view = useSignal(chat.view);
  const isAlone = view?.state === 'waiting' && view.wait === 'nobody_on';
  if (chat.isInDanger && view?.state === 'talking') return <EmergencyNumbers />;
  return <EmergencyCard isLarge={chat.isInDanger || isAlone} />;
};

export const App = ({ page }: { readonly page: Page }) => {
  const stage = useSignal(page.visit.stage);
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
        <DemoMark isSmall={stage.name === 'chat'} />
        {stage.name !== 'chat' && <CharityLine />}
        <Screen stage={stage} />
      </main>
      <Announcements />
    </PageProvider>
  );
};
