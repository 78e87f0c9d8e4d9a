import type { PreviewMessage } from '@warmline/vocabulary';

/** Null for anything else. The console sent it from its own form, so its fields are the form's and are not checked again. */
export const readPreviewMessage = (said: unknown): PreviewMessage | null =>
  typeof said === 'object' && said !== null && 'preview' in said && 'screen' in said && 'isNight' in said
    ? (said as PreviewMessage)
    : null;
