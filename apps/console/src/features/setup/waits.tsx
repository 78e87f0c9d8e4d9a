import { Link } from '@tanstack/react-router';
import { Banner } from '@warmline/ui';
import { setupWords } from './setup-words';

/** What was saved for a second person: the list still shows what everyone is now. */
export const Waits = ({ names }: { readonly names: readonly string[] }) =>
  names.length === 0 ? null : (
    <Banner tone="notice" icon="question" actions={<Link to="/setup/access">{setupWords.waitsLook}</Link>}>
      {setupWords.waits(names)}
    </Banner>
  );
