import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, redirect } from '@tanstack/react-router';
import type { ConsoleParts } from '../shared/page/parts';
import { keepLinkToken } from '../shared/session/setup-token';
import { Broken, Root } from './root-screens';
import { MissingScreen } from './screens/trouble-screens';

export interface RouterParts {
  readonly parts: ConsoleParts;
  readonly queries: QueryClient;
}

/** Around every page of the console. */
export const rootRoute = createRootRouteWithContext<RouterParts>()({
  // Before anything is asked: the secret of a set-up link must not stay in the address.
  beforeLoad: ({ location }) => {
    const link = keepLinkToken(location.hash);
    if (link !== null) throw redirect({ to: link === 'setup' ? '/set-up' : '/invite', replace: true });
  },
  component: Root,
  errorComponent: Broken,
  notFoundComponent: MissingScreen,
});
