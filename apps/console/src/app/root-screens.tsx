import { Outlet, useRouter } from '@tanstack/react-router';
import { useKeptFocus } from '../shared/page/catch-focus';
import { useServiceTitle } from '../shared/page/service-line';
import type { SessionLoss } from '../shared/session/session-state';
import { BrokenScreen } from './screens/trouble-screens';

/** Around every page. */
export const Root = () => {
  useKeptFocus();
  useServiceTitle();
  return <Outlet />;
};

/** In place of a page that could not be shown. */
export const Broken = () => {
  const router = useRouter();
  return <BrokenScreen onAgain={() => void router.invalidate()} />;
};

/** Why someone is asked to sign in although they were signed in before. */
export type Why = SessionLoss | 'left';

export const isWhy = (why: unknown): why is Why => why === 'ended' || why === 'changed' || why === 'left';
