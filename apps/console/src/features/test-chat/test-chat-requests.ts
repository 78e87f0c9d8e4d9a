import { queryOptions } from '@tanstack/react-query';
import type { TestChatMessage, TestChatView } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { Refused } from '../../shared/session/session-requests';
import { parseTestChat } from './parse-test-chat';

const PATH = '/api/test-chat';

export const testChatQuery = (parts: ConsoleParts) =>
  queryOptions<TestChatView>({
    queryKey: ['setup', 'test-chat'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseTestChat });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (parts: ConsoleParts, path: string, body: object): Promise<HttpAnswer<TestChatView>> =>
  askHttp(parts, {
    path,
    parse: parseTestChat,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const beginTestChat = (parts: ConsoleParts, id: string): Promise<HttpAnswer<TestChatView>> =>
  post(parts, PATH, { id });

export const sayInTestChat = (
  parts: ConsoleParts,
  message: TestChatMessage,
): Promise<HttpAnswer<TestChatView>> => post(parts, `${PATH}/message`, message);

export const finishTestChat = (parts: ConsoleParts, chat: string): Promise<HttpAnswer<TestChatView>> =>
  post(parts, `${PATH}/finish`, { chat });
