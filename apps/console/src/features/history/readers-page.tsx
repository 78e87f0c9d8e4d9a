import type { ReactNode } from 'react';
import type { OwnConversation, OwnReaders } from '@warmline/contracts';
import { Banner, Button, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import './history.css';
import { ReaderLines, when } from './reader-lines';
import { readersWords } from './readers-words';
import { useOwnReaders } from './use-own-readers';

const said = readersWords;
const Conversation = ({ one }: { readonly one: OwnConversation }) => {
  const visitor = visitorCalled('', one.conversationId);
  const { beganAt, endedAt, readers } = one;
  return (
    <li className="history__row">
      <div>
        <h2 className="history__name">{visitor}</h2>
        <p className="history__soft">
          {endedAt === null ? said.heldSince(when(beganAt)) : said.held(when(beganAt), when(endedAt))}
        </p>
      </div>
      <ReaderLines readers={readers} visitor={visitor} />
    </li>
  );
};

const Conversations = ({ conversations }: Pick<OwnReaders, 'conversations'>) =>
  conversations.length === 0 ? (
    <Empty title={said.none}>{said.noneMore}</Empty>
  ) : (
    <ul className="history__rows" aria-label={said.list}>
      {conversations.map((one) => (
        <Conversation key={one.conversationId} one={one} />
      ))}
    </ul>
  );

/** Who else read the conversations that someone held. `way`: back to where they came from. */
export const ReadersPage = ({ way }: { readonly way: ReactNode }) => {
  const { shown, mistake, isBusy, load } = useOwnReaders();
  return (
    <div className="board history">
      {way}
      <div>
        <h1 className="board__title">{said.title}</h1>
        <p className="history__soft">{said.lead}</p>
      </div>
      {mistake !== null && shown !== null ? <Banner tone="grave">{mistake}</Banner> : null}
      <PanelState
        content={shown}
        loading={said.loading}
        hasFailed={mistake !== null}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void load(null)}
      >
        {({ conversations, next }) => (
          <>
            <Conversations conversations={conversations} />
            {next === null ? null : (
              <div>
                <Button isBusy={isBusy} onPress={() => void load(next)}>
                  {said.earlier}
                </Button>
              </div>
            )}
          </>
        )}
      </PanelState>
    </div>
  );
};
