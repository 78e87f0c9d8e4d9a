import { queryOptions } from '@tanstack/react-query';
import type { CharityAnswer, CharityChange, CharityMarkAnswer, CharityView } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { Refused } from '../../shared/session/session-requests';
import { parseCharityAnswer, parseCharityView, parseMarkAnswer } from './parse-charity';

const PATH = '/api/charity';

export const charityQuery = (parts: ConsoleParts) =>
  queryOptions<CharityView>({
    queryKey: ['setup', 'charity'],
    retry: false,
    // What is in the form is kept: only saving or an explicit answer replaces it.
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseCharityView });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (parts: ConsoleParts, path: string, body: object): Promise<HttpAnswer<CharityAnswer>> =>
  askHttp(parts, {
    path,
    parse: parseCharityAnswer,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const saveCharity = (parts: ConsoleParts, change: CharityChange): Promise<HttpAnswer<CharityAnswer>> =>
  post(parts, PATH, change);

export const undoCharity = (parts: ConsoleParts, change: string): Promise<HttpAnswer<CharityAnswer>> =>
  post(parts, `${PATH}/undo`, { change });

/** `picture`: a PNG file in base64. */
export const keepMark = (parts: ConsoleParts, picture: string): Promise<HttpAnswer<CharityMarkAnswer>> =>
  askHttp(parts, {
    path: `${PATH}/mark`,
    parse: parseMarkAnswer,
    init: {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ picture }),
    },
  });
