import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Session } from '@warmline/contracts';
import { Dot, MenuButton } from '@warmline/ui';
import { waitsInDanger } from '../../shared/desk/waits-in-danger';
import { useLive } from '../../shared/live/live-provider';
import { useIsNarrow } from '../../shared/page/use-is-narrow';
import { frameWords } from './frame-words';
import { barOf, pageNameOf, type Page } from './pages';

/** Beside "My desk": someone in danger there waits for a reply. */
const DeskMark = () => {
  const isWaiting = useLive((live) => waitsInDanger(live) !== null);
  return isWaiting ? (
    <>
      {' '}
      <Dot tone="notice" />
      <span className="ui-unseen">{frameWords.dangerWaits}</span>
    </>
  ) : null;
};

interface MorePagesProps {
  readonly pages: readonly Page[];
  /** Shown beside the name of the page. */
  readonly children?: ReactNode;
}

/** The pages that have no link of their own. The button is called like the one that is open. */
const MorePages = ({ pages, children }: MorePagesProps) => {
  const navigate = useNavigate();
  const open = useLocation({ select: ({ pathname }) => pageNameOf(pathname) });
  const here = pages.find(({ label }) => label === open);
  return (
    <MenuButton
      label={here === undefined ? frameWords.morePages : frameWords.morePagesAt(here.label)}
      entries={pages.map(({ to, label }) => ({ key: to, label }))}
      {...(here === undefined ? {} : { selected: here.to })}
      onChoose={(to) => void navigate({ to })}
    >
      <span className={here === undefined ? undefined : 'status-bar__here'}>
        {here?.label ?? frameWords.more}
      </span>
      {children}
    </MenuButton>
  );
};

/** The pages of a person, on one line of a laptop: the most used first, and the others in a menu. All in it on a narrow screen. */
export const Views = ({ staff }: { readonly staff: Session['staff'] }) => {
  const { often, seldom } = barOf(staff);
  const isNarrow = useIsNarrow();
  if (often.length + seldom.length < 2) return null;
  if (isNarrow)
    return (
      <nav className="status-bar__views" aria-label={frameWords.views}>
        <MorePages pages={[...often, ...seldom]}>
          <DeskMark />
        </MorePages>
      </nav>
    );
  return (
    <nav className="status-bar__views" aria-label={frameWords.views}>
      {often.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/' }} className="status-bar__view">
          {label}
          {to === '/' ? <DeskMark /> : null}
        </Link>
      ))}
      {seldom.length === 0 ? null : <MorePages pages={seldom} />}
    </nav>
  );
};
