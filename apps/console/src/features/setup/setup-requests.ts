import { queryOptions } from '@tanstack/react-query';
import type { SetupAnswer, SetupFile, SetupRows, SetupSheet, SetupSheetName } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../shared/session/ask-http';
import { parseSetupAnswer, parseSetupSheet } from '../../shared/session/parse-answer';
import { Refused } from '../../shared/session/session-requests';

/** Every list there is, in the order they are shown. */
export const SHEETS = [
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
  'snippets',
  'resources',
] as const satisfies readonly SetupSheetName[];

export const FIRST_SHEET: SetupSheetName = 'service';

export const isSheet = (name: string): name is SetupSheetName => SHEETS.some((sheet) => sheet === name);

const pathOf = (sheet: SetupSheetName): string => `/api/setup/${sheet}`;

/** Where the browser saves the list from. */
export const filePath = (sheet: SetupSheetName, format: 'csv' | 'json'): string =>
  `${pathOf(sheet)}/file?format=${format}`;

export const sheetQuery = (parts: ConsoleParts, sheet: SetupSheetName) =>
  queryOptions<SetupSheet>({
    queryKey: ['setup', sheet],
    retry: false,
    staleTime: 0,
    queryFn: async () => {
      const answer = await askHttp(parts, { path: pathOf(sheet), parse: parseSetupSheet });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

const post = (parts: ConsoleParts, path: string, body: SetupRows | SetupFile) =>
  askHttp<SetupAnswer>(parts, {
    path,
    parse: parseSetupAnswer,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  });

export const saveRows = (
  parts: ConsoleParts,
  sheet: SetupSheetName,
  body: SetupRows,
): Promise<HttpAnswer<SetupAnswer>> => post(parts, pathOf(sheet), body);

export const bringIn = (
  parts: ConsoleParts,
  sheet: SetupSheetName,
  body: SetupFile,
): Promise<HttpAnswer<SetupAnswer>> => post(parts, `${pathOf(sheet)}/file`, body);
