import type { Charity } from './charity';

/** The screens of the visitor's page that an administrator may look at before saving. */
export const PREVIEW_SCREENS = ['arriving', 'before', 'closed'] as const;
export type PreviewScreen = (typeof PREVIEW_SCREENS)[number];

/** From "Your charity" to the preview of the visitor's page beside it: what is in the form, saved or not. */
export interface PreviewMessage {
  readonly preview: Charity;
  readonly screen: PreviewScreen;
  /** In the colours of the night. */
  readonly isNight: boolean;
}

/** From the preview: it is there and can be told. */
export const PREVIEW_READY = 'preview_ready';
