import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, redirect } from '@tanstack/react-router';
import type { ConsoleParts } from '../shared/page/parts';
import { serviceQuery } from '../shared/session/service-query';
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
  beforeLoad: async ({ location, context }) => {
    const link = keepLinkToken(location.hash);
    if (link !== null) throw redirect({ to: link === 'setup' ? '/set-up' : '/invite', replace: true });
    // Asked once, and before anything is drawn: every page and title names the charity.
    await context.queries.ensureQueryData(serviceQuery(context.parts)).catch(() => null);
  },
  component: Root,
  errorComponent: Broken,
  notFoundComponent: MissingScreen,
});
