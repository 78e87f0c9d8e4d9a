import { queryOptions } from '@tanstack/react-query';
import type { NewWallLink, WallLinkMade, WallLinks } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseWallLinkMade, parseWallLinks } from '../../shared/session/parse-wall';
import { Refused } from '../../shared/session/session-requests';

const PATH = '/api/wall-links';

export const wallLinksQuery = (parts: ConsoleParts) =>
  queryOptions<WallLinks>({
    queryKey: ['setup', 'wall-links'],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: PATH, parse: parseWallLinks });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

export const makeLink = (parts: ConsoleParts, link: NewWallLink): Promise<HttpAnswer<WallLinkMade>> =>
  askHttp(parts, {
    path: PATH,
    parse: parseWallLinkMade,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(link) },
  });

export const revokeLink = (parts: ConsoleParts, id: string): Promise<HttpAnswer<WallLinks>> =>
  askHttp(parts, { path: `${PATH}/${id}`, parse: parseWallLinks, init: { method: 'DELETE' } });
