import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import type { TestChatView } from '@warmline/contracts';
import { Banner, Button, Card, Empty, PanelState, TextField } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { useParts } from '../../shared/page/parts';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { beginTestChat, finishTestChat, sayInTestChat, testChatQuery } from './test-chat-requests';
import { testChatWords as said } from './test-chat-words';
import './test-chat.css';

type Chat = NonNullable<TestChatView['chat']>;
type Side = Chat['messages'][number]['from'];

const useTestChat = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(testChatQuery(parts));
  const [isBusy, setBusy] = useState(false);
  const [told, setTold] = useState<'finished' | 'left' | 'notSent' | null>(null);
  const send = async (request: Promise<HttpAnswer<TestChatView>>): Promise<boolean> => {
    setBusy(true);
    setTold(null);
    const answer = await request;
    setBusy(false);
    if (answer.ok) queries.setQueryData(testChatQuery(parts).queryKey, answer.value);
    else setTold('notSent');
    return answer.ok;
  };
  return {
    query,
    isBusy,
    told,
    begin: () => send(beginTestChat(parts, uuid())),
    say: (chat: string, from: Side, body: string) =>
      send(sayInTestChat(parts, { chat, id: uuid(), from, body })),
    finish: async (chat: string, isWhole: boolean): Promise<void> => {
      if (await send(finishTestChat(parts, chat))) setTold(isWhole ? 'finished' : 'left');
    },
  };
};
type TestChat = ReturnType<typeof useTestChat>;

const SideBox = ({
  chat,
  side,
  inUse,
}: {
  readonly chat: Chat;
  readonly side: Side;
  readonly inUse: TestChat;
}) => {
  const [body, setBody] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (body.trim() !== '' && (await inUse.say(chat.id, side, body))) setBody('');
  };
  return (
    <form className="test-chat__side" onSubmit={(event) => void send(event)}>
      <TextField label={said.from[side]} rows={2} value={body} onChange={setBody} maxLength={1_000} />
      <Button type="submit" isDisabled={inUse.isBusy || body.trim() === ''}>
        {said.send[side]}
      </Button>
    </form>
  );
};

const Running = ({
  chat,
  isWhole,
  inUse,
}: {
  readonly chat: Chat;
  readonly isWhole: boolean;
  readonly inUse: TestChat;
}) => (
  <Card title={said.mark} lead={said.limits}>
    <ol className="test-chat__log" aria-label={said.log}>
      {chat.messages.map(({ id, from, body }) => (
        <li key={id} className={`test-chat__message test-chat__message--${from}`}>
          <b>{said.from[from]}</b> <span dir="auto">{body}</span>
        </li>
      ))}
    </ol>
    {chat.messages.length === 0 ? <p>{said.nothing}</p> : null}
    <div className="test-chat__sides">
      <SideBox chat={chat} side="visitor" inUse={inUse} />
      <SideBox chat={chat} side="responder" inUse={inUse} />
    </div>
    {isWhole ? null : <p>{said.both}</p>}
    <div>
      <Button
        kind={isWhole ? 'main' : 'plain'}
        isDisabled={inUse.isBusy}
        onPress={() => void inUse.finish(chat.id, isWhole)}
      >
        {isWhole ? said.finish : said.leave}
      </Button>
    </div>
  </Card>
);

const ToldNote = ({ told }: Pick<TestChat, 'told'>) => {
  if (told === null) return null;
  return (
    <Banner tone={told === 'notSent' ? 'grave' : 'calm'}>
      {said[told]} {told === 'finished' ? <Link to="/setup/ready">{said.ready}</Link> : null}
    </Banner>
  );
};

/** A chat with oneself, marked as a test. */
export const TestChatPage = () => {
  const inUse = useTestChat();
  const { query, told, isBusy, begin } = inUse;
  return (
    <div className="board setup">
      <div className="setup__head">
        <div className="setup__lead">
          <h1 className="board__title">{said.title}</h1>
          <p>{said.lead}</p>
        </div>
      </div>
      <ToldNote told={told} />
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ chat, isWhole }) =>
          chat === null ? (
            <Empty
              title={said.none}
              actions={
                <Button kind="main" isBusy={isBusy} onPress={() => void begin()}>
                  {said.begin}
                </Button>
              }
            >
              {said.noneMore}
            </Empty>
          ) : (
            <Running chat={chat} isWhole={isWhole} inUse={inUse} />
          )
        }
      </PanelState>
    </div>
  );
};
