import type { PreviewScreen } from '@warmline/vocabulary';
import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const previewWords = {
  ...withIsolatedTexts({
    title: 'How visitors see it',
    lead: 'With what is in the form now, saved or not. Nothing in it can be pressed.',
    screen: 'Screen',
    scheme: 'Colours',
    loading: 'Loading the preview',
    late: 'The preview could not be loaded. You can go on writing. Load this page again once your changes are saved.',
    frame: 'Preview of the page of visitors',
  }),
  screens: {
    arriving: 'Arriving',
    before: 'Before they start',
    closed: 'While closed',
  } satisfies Readonly<Record<PreviewScreen, string>>,
  schemes: { day: 'Day', night: 'Night' },
};
