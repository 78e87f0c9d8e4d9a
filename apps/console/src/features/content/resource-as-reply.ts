import type { Resource } from '../../shared/content/content-query';
import { contentWords } from './content-words';

/** What goes into the reply: name, then each way to reach it on its own line. */
export const resourceAsReply = ({ name, url, phone, hours }: Resource): string =>
  [name, phone, url, hours === '' ? null : `${contentWords.hours}: ${hours}`]
    .filter((line) => line !== null)
    .join('\n');
