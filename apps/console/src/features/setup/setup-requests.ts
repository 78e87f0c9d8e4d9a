import { queryOptions } from '@tanstack/react-query';
import type { SetupAnswer, SetupFile, SetupRows, SetupList, SetupUndo } from '@warmline/contracts';
import type { SetupListName } from '@warmline/vocabulary';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseSetupAnswer, parseSetupList } from '../../shared/session/parse-answer';
import { Refused } from '../../shared/session/session-requests';

/** Every list there is, in the order they are shown. */
export const SETUP_LISTS = [
  'service',
  'people',
  'skills',
  'training',
  'rota',
  'hours',
  'holidays',
  'limits',
  'wording',
  'topics',
  'words',
  'starters',
  'resources',
] as const satisfies readonly SetupListName[];

export const isSetupListName = (name: string): name is SetupListName =>
  SETUP_LISTS.some((list) => list === name);

const pathOf = (list: SetupListName): string => `/api/setup/${list}`;

/** Whether the list may be exported now: people are exported with a fresh proof. */
export const mayExport = (
  parts: ConsoleParts,
  list: SetupListName,
  format: 'csv' | 'json',
): Promise<HttpAnswer<null>> =>
  askHttp(parts, { path: `${filePath(list, format)}&checkOnly=1`, parse: () => null });

/** Where the browser saves the list from. */
export const filePath = (list: SetupListName, format: 'csv' | 'json'): string =>
  `${pathOf(list)}/file?format=${format}`;

export const setupListQuery = (parts: ConsoleParts, list: SetupListName) =>
  queryOptions<SetupList>({
    queryKey: ['setup', list],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: pathOf(list), parse: parseSetupList });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (parts: ConsoleParts, path: string, body: SetupRows | SetupFile | SetupUndo) =>
  askHttp<SetupAnswer>(parts, {
    path,
    parse: parseSetupAnswer,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const saveRows = (
  parts: ConsoleParts,
  list: SetupListName,
  body: SetupRows,
): Promise<HttpAnswer<SetupAnswer>> => post(parts, pathOf(list), body);

export const bringIn = (
  parts: ConsoleParts,
  list: SetupListName,
  body: SetupFile,
): Promise<HttpAnswer<SetupAnswer>> => post(parts, `${pathOf(list)}/file`, body);

export const undoSave = (
  parts: ConsoleParts,
  list: SetupListName,
  body: SetupUndo,
): Promise<HttpAnswer<SetupAnswer>> => post(parts, `${pathOf(list)}/undo`, body);
