import { queryOptions } from '@tanstack/react-query';
import type { ServiceFingerprint, ServiceImport, ServiceImported } from '@warmline/contracts';
import type { ConsoleParts } from '../../../shared/page/parts';
import { askHttp, type HttpAnswer } from '../../../shared/session/ask-http';
import { Refused } from '../../../shared/session/session-requests';
import { parseFingerprint, parseServiceImported } from './parse-service-file';

/** Where the browser saves the file from. */
export const SERVICE_FILE_PATH = '/api/service-file';

export const fingerprintQuery = (parts: ConsoleParts) =>
  queryOptions<ServiceFingerprint>({
    queryKey: ['setup', 'service-file'],
    retry: false,
    queryFn: async () => {
      const path = `${SERVICE_FILE_PATH}/fingerprint`;
      const answer = await askHttp(parts, { path, parse: parseFingerprint });
      if (answer.ok) return answer.value;
      throw new Refused(answer.refusal);
    },
  });

/** Whether the file may be saved now: it asks for a fresh proof. */
export const maySaveFile = (parts: ConsoleParts): Promise<HttpAnswer<null>> =>
  askHttp(parts, { path: `${SERVICE_FILE_PATH}?checkOnly=1`, parse: () => null });

export const sendServiceFile = (
  parts: ConsoleParts,
  sent: ServiceImport,
): Promise<HttpAnswer<ServiceImported>> =>
  askHttp(parts, {
    path: SERVICE_FILE_PATH,
    parse: parseServiceImported,
    init: { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(sent) },
  });
