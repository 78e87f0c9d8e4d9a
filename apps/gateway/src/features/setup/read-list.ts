import { setupFileSchema, setupRowsSchema, type SetupFile, type SetupRows } from '@warmline/contracts';
import { lists, type ListKind, type Row } from '@warmline/setup';
import { parseBody } from '../../core/http/parse-body';
import { readListFile, type Unreadable } from './list-files';

/** A list as it was sent: its rows as they should be, or a file that holds them. Only data: it may go to another thread. */
export interface SentList {
  readonly kind: ListKind;
  readonly form: 'rows' | 'file';
  /** The body of the request: JSON in UTF-8. */
  readonly bytes: Uint8Array;
}

/** What was asked with the rows. */
export type ListHeader =
  (Omit<SetupRows, 'rows'> & { readonly mode: 'replace' }) | Omit<SetupFile, 'format' | 'text'>;

export type ReadList =
  | { readonly refusal: 'malformed' | 'control_character' }
  | Unreadable
  | { readonly header: ListHeader; readonly rows: readonly Row[] };

/** Who sends a file says how many rows they agree to delete; 0 when they say nothing. */
const readFile = (kind: ListKind, { format, text, ...header }: SetupFile): ReadList => {
  const file = readListFile(lists[kind], format, text);
  return 'outcome' in file ? file : { header: { deletes: 0, ...header }, rows: file.rows };
};

/** Time grows with the size: some 100 ms for a file of a megabyte. */
export const readList = ({ kind, form, bytes }: SentList): ReadList => {
  const body = parseBody(bytes);
  if ('refusal' in body) return body;
  if (form === 'file') {
    const file = setupFileSchema.safeParse(body.value);
    return file.success ? readFile(kind, file.data) : { refusal: 'malformed' };
  }
  const list = setupRowsSchema.safeParse(body.value);
  if (!list.success) return { refusal: 'malformed' };
  const { rows, ...header } = list.data;
  return { header: { ...header, mode: 'replace' }, rows };
};

/** What the thread answers: the rows in parts, then the rest. */
export type FromReader =
  | { readonly isReady: true }
  | { readonly rows: readonly Row[] }
  | { readonly header: ListHeader }
  | Exclude<ReadList, { readonly rows: unknown }>;
