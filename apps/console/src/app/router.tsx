import { createRoute, createRouter, redirect, type RouterHistory } from '@tanstack/react-router';
import { Waiting } from '@warmline/ui';
import { hasDesk } from '@warmline/vocabulary';
import { readinessQuery } from '../features/readiness/readiness-requests';
import { commonWords } from '../shared/i18n/common-words';
import { laterPage } from '../shared/page/later';
import { sessionQuery } from '../shared/session/session-requests';
import { signingOut } from '../shared/session/signing-out';
import { pagesOf } from './frame/pages';
import { SignedInFrame } from './frame/signed-in-frame';
import { rootRoute, type RouterParts } from './root-route';
import { Broken, isWhy, type Why } from './root-screens';
import { forLog, forPage, forSupervisors, textsOf } from './route-rules';
import { SigningOutScreen } from './screens/signing-out-screen';
import { setupRoutes } from './setup-routes';

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { why?: Why } =>
    isWhy(search['why']) ? { why: search['why'] } : {},
  // Going back from the desk must not show a sign-in form to someone who is signed in.
  beforeLoad: async ({ context }) => {
    if (signingOut(context.parts.tabStorage) !== null) throw redirect({ to: '/signing-out', replace: true });
    const session = await context.queries.ensureQueryData(sessionQuery(context.parts)).catch(() => null);
    if (session !== null) throw redirect({ to: '/', replace: true });
  },
  component: laterPage(async () => (await import('./screens/sign-in-screen')).SignInScreen),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-up',
  component: laterPage(async () => (await import('./screens/set-up-screen')).SetUpScreen),
});

/** Asks nobody to sign in: its link is all it has. */
const wallRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/wall',
  component: laterPage(async () => (await import('./screens/wall-screen')).WallScreen),
});

const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/invite',
  component: laterPage(async () => (await import('./screens/invite-screen')).InviteScreen),
});

const signingOutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/signing-out',
  beforeLoad: ({ context }) => {
    if (signingOut(context.parts.tabStorage) === null) throw redirect({ to: '/', replace: true });
  },
  component: SigningOutScreen,
});

const ReaderFrame = laterPage(async () => (await import('./frame/reader-frame')).ReaderFrame);

const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'inside',
  beforeLoad: async ({ context }) => {
    if (signingOut(context.parts.tabStorage) !== null) throw redirect({ to: '/signing-out', replace: true });
    const session = await context.queries.ensureQueryData(sessionQuery(context.parts));
    if (session === null) throw redirect({ to: '/sign-in' });
    if (session.staff.role === 'administrator' && pagesOf(session.staff).length === 0) {
      const ready = await context.queries.fetchQuery(readinessQuery(context.parts)).catch(() => null);
      // What a service that was never open needs is said there.
      if (ready?.openedAt === null) throw redirect({ to: '/setup/ready' });
      throw redirect({ to: '/setup' });
    }
    return { staff: session.staff };
  },
  component: () => {
    const { staff } = insideRoute.useRouteContext();
    return hasDesk(staff.role) ? <SignedInFrame staff={staff} /> : <ReaderFrame staff={staff} />;
  },
  errorComponent: Broken,
});

const deskRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/',
  beforeLoad: forPage('/'),
  component: laterPage(async () => (await import('./screens/desk-screen')).DeskScreen),
});

const nowRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/now',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/now-screen')).NowScreen),
});

const queueRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/queue',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/queue-screen')).QueueScreen),
});

const peopleRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/people',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/people-screen')).PeopleScreen),
});

const emergencyLogRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/emergency-log/$conversationId',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/emergency-log-screen')).EmergencyLogScreen),
});

const todayRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/today',
  validateSearch: textsOf,
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/today-screen')).TodayScreen),
});

const practiseRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/practice',
  component: laterPage(async () => (await import('./screens/practice-screen')).PractiseScreen),
});

const practiceRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/practice/$practiceId',
  component: laterPage(async () => (await import('./screens/practice-screen')).PracticeScreen),
});

const toldUsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/told-us',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/told-us-screen')).ToldUsScreen),
});

const handoversRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/handovers',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/handovers-screen')).HandoversScreen),
});

const accountRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/account',
  component: laterPage(async () => (await import('./screens/account-screen')).AccountScreen),
});

const qualityRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/quality',
  beforeLoad: forPage('/quality'),
  component: laterPage(async () => (await import('./screens/quality-screens')).QualityScreen),
});

const reviewRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/quality/$reviewId',
  beforeLoad: forPage('/quality'),
  component: laterPage(async () => (await import('./screens/quality-screens')).ReviewScreen),
});

const feedbackListRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/feedback',
  component: laterPage(async () => (await import('./screens/quality-screens')).FeedbackListScreen),
});

const feedbackRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/feedback/$reviewId',
  component: laterPage(async () => (await import('./screens/quality-screens')).FeedbackScreen),
});

const historyRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/history',
  validateSearch: textsOf,
  beforeLoad: forPage('/history'),
  component: laterPage(async () => (await import('./screens/history-screens')).HistoryScreen),
});

const historyPeopleRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/history/people',
  validateSearch: textsOf,
  beforeLoad: forPage('/history'),
  component: laterPage(async () => (await import('./screens/history-screens')).PersonScreen),
});

const historySettingsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/history/settings',
  beforeLoad: forPage('/history'),
  component: laterPage(async () => (await import('./screens/history-screens')).SettingsScreen),
});

const historyLogRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/history/log',
  beforeLoad: forLog,
  component: laterPage(async () => (await import('./screens/history-screens')).LogScreen),
});

const accessRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/access',
  beforeLoad: forSupervisors,
  component: laterPage(async () => (await import('./screens/access-screens')).AccessScreen),
});

const holdsRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/holds',
  validateSearch: textsOf,
  beforeLoad: forPage('/holds'),
  component: laterPage(async () => (await import('./screens/holds-screen')).HoldsScreen),
});

const pastRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/history/$conversationId',
  beforeLoad: forPage('/history'),
  component: laterPage(async () => (await import('./screens/history-screens')).PastScreen),
});

const readersRoute = createRoute({
  getParentRoute: () => insideRoute,
  path: '/readers',
  component: laterPage(async () => (await import('./screens/history-screens')).ReadersScreen),
});

const routes = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  wallRoute,
  inviteRoute,
  signingOutRoute,
  insideRoute.addChildren([
    deskRoute,
    nowRoute,
    queueRoute,
    peopleRoute,
    todayRoute,
    handoversRoute,
    toldUsRoute,
    emergencyLogRoute,
    practiseRoute,
    practiceRoute,
    accountRoute,
    qualityRoute,
    reviewRoute,
    feedbackListRoute,
    feedbackRoute,
    readersRoute,
    historyRoute,
    historyPeopleRoute,
    historySettingsRoute,
    historyLogRoute,
    accessRoute,
    holdsRoute,
    pastRoute,
  ]),
  setupRoutes,
]);

export const createConsoleRouter = (context: RouterParts, history?: RouterHistory) =>
  createRouter({
    routeTree: routes,
    basepath: '/console',
    context,
    defaultPendingComponent: () => <Waiting label={commonWords.loading} lines={4} />,
    ...(history === undefined ? {} : { history }),
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
