import { queryOptions } from '@tanstack/react-query';
import type { NewOnCallContact, OnCallAdded, OnCallView } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseOnCallAdded, parseOnCallView } from '../../shared/session/parse-on-call';
import { Refused } from '../../shared/session/session-requests';

const PATH = '/api/on-call';

/** While a message is on its way the view is read again after so long (ms). */
const SENDING_READ_EVERY = 1_500;

export const onCallQuery = (parts: ConsoleParts) =>
  queryOptions<OnCallView>({
    queryKey: ['setup', 'on-call'],
    retry: false,
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.contacts.some(({ isSending }) => isSending) === true ? SENDING_READ_EVERY : false,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseOnCallView });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

export const addContact = (
  parts: ConsoleParts,
  contact: NewOnCallContact,
): Promise<HttpAnswer<OnCallAdded>> =>
  askHttp(parts, {
    path: PATH,
    parse: parseOnCallAdded,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(contact),
    },
  });

export const testContact = (parts: ConsoleParts, id: string): Promise<HttpAnswer<OnCallView>> =>
  askHttp(parts, { path: `${PATH}/${id}/test`, parse: parseOnCallView, init: { method: 'POST' } });

export const removeContact = (parts: ConsoleParts, id: string): Promise<HttpAnswer<OnCallView>> =>
  askHttp(parts, { path: `${PATH}/${id}`, parse: parseOnCallView, init: { method: 'DELETE' } });
