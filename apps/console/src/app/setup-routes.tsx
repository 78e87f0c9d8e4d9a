import { createRoute, redirect } from '@tanstack/react-router';
import { isSetupListName } from '../features/setup/setup-requests';
import { laterPage } from '../shared/page/later';
import { hasRole } from '../shared/session/roles';
import { sessionQuery } from '../shared/session/session-requests';
import { signingOut } from '../shared/session/signing-out';
import { rootRoute } from './root-route';
import { Broken } from './root-screens';

const SetupFrame = laterPage(async () => (await import('./frame/setup-frame')).SetupFrame);

const administersRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'administers',
  beforeLoad: async ({ context }) => {
    if (signingOut(context.parts.tabStorage) !== null) throw redirect({ to: '/signing-out', replace: true });
    const session = await context.queries.ensureQueryData(sessionQuery(context.parts));
    if (session === null) throw redirect({ to: '/sign-in' });
    if (!hasRole(session.staff, 'administrator')) throw redirect({ to: '/' });
    return { staff: session.staff };
  },
  component: () => <SetupFrame staff={administersRoute.useRouteContext().staff} />,
  errorComponent: Broken,
});

const setupRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/$list',
  beforeLoad: ({ params }) => {
    if (!isSetupListName(params.list)) throw redirect({ to: '/setup' });
  },
  component: laterPage(async () => (await import('./screens/setup-screen')).SetupScreen),
});

const overviewRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup',
  component: laterPage(async () => (await import('./screens/setup-overview')).SetupOverview),
});

const charityRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/charity',
  component: laterPage(async () => (await import('./screens/opening-screens')).CharityScreen),
});

const readinessRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/ready',
  component: laterPage(async () => (await import('./screens/opening-screens')).ReadinessScreen),
});

const testChatRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/test-chat',
  component: laterPage(async () => (await import('./screens/opening-screens')).TestChatScreen),
});

const moveRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/move',
  component: laterPage(async () => (await import('./screens/opening-screens')).MoveScreen),
});

const hoursRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/open',
  component: laterPage(async () => (await import('./screens/setup-screen')).HoursScreen),
});

const rotaRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/week',
  component: laterPage(async () => (await import('./screens/setup-screen')).RotaScreen),
});

const teamRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/team',
  component: laterPage(async () => (await import('./screens/setup-screen')).TeamScreen),
});

const personRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/team/$person',
  component: laterPage(async () => (await import('./screens/setup-screen')).PersonScreen),
});

const onCallRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/on-call',
  component: laterPage(async () => (await import('./screens/setup-screen')).OnCallScreen),
});

const accountsRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/accounts',
  component: laterPage(async () => (await import('./screens/setup-screen')).AccountsScreen),
});

const singleSignOnRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/single-sign-on',
  component: laterPage(async () => (await import('./screens/setup-screen')).SingleSignOnScreen),
});

const setupAccountRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/account',
  component: laterPage(async () => (await import('./screens/account-screen')).SetupAccountScreen),
});

const accessRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/access',
  component: laterPage(async () => (await import('./screens/access-screens')).SetupAccessScreen),
});

const matrixRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/roles',
  component: laterPage(async () => (await import('./screens/access-screens')).MatrixScreen),
});

const wallLinksRoute = createRoute({
  getParentRoute: () => administersRoute,
  path: '/setup/wall-links',
  component: laterPage(async () => (await import('./screens/setup-screen')).WallLinksScreen),
});

/** The pages of an administrator. */
export const setupRoutes = administersRoute.addChildren([
  setupRoute,
  overviewRoute,
  charityRoute,
  readinessRoute,
  testChatRoute,
  moveRoute,
  hoursRoute,
  rotaRoute,
  teamRoute,
  personRoute,
  onCallRoute,
  wallLinksRoute,
  singleSignOnRoute,
  setupAccountRoute,
  accountsRoute,
  accessRoute,
  matrixRoute,
]);
