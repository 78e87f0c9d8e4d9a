// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import './banner-stack.css';
import { Icon } from './icon';

export type BannerTone = 'calm' | 'notice' | 'grave';

interface Member {
  readonly tone: BannerTone;
  readonly isAnswer: boolean;
  readonly element: HTMLElement;
}

interface Stack {
  readonly leading: HTMLElement | null;
  readonly isOpen: boolean;
  /** Answers with how to leave. */
  readonly enter: (member: Member) => () => void;
}

const StackContext = createContext<Stack | null>(null);

const URGENCY: Readonly<Record<BannerTone, number>> = { grave: 0, notice: 1, calm: 2 };
const rankOf = ({ tone, isAnswer }: Member): number => (isAnswer ? -1 : URGENCY[tone]);

const isBefore = (one: HTMLElement, other: HTMLElement): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The most urgent, and of two as urgent the one that is written first. */
const leadingOf = (members: readonly Member[]): Member | null =>
  members.reduce<Member | null>((best, one) => {
    if (best === null || rankOf(one) < rankOf(best)) return one;
    return rankOf(one) === rankOf(best) && isBefore(one.element, best.element) ? one : best;
  }, null);

/** What is in a dialog or in another banner is not a line of the stack around it. */
export const OutsideStack = ({ children }: { readonly children: ReactNode }) => (
  <StackContext value={null}>{children}</StackContext>
);

/** Enters a banner in the stack around it: the ref of its element, and whether a more urgent one keeps it folded. */
export const useStacked = (tone: BannerTone, isAnswer: boolean) => {
  const stack = useContext(StackContext);
  const enter = stack?.enter;
  const [element, setElement] = useState<HTMLElement | null>(null);
  useLayoutEffect(
    () => (element === null ? undefined : enter?.({ tone, isAnswer, element })),
    [element, enter, tone, isAnswer],
  );
  const isFolded = stack !== null && !stack.isOpen && stack.leading !== null && stack.leading !== element;
  return { setElement, isFolded };
};

export interface BannerStackProps {
  /** What the lines are together. */
  readonly label: string;
  /** What the button says while lines are folded; `isGrave` when one of them is as grave as it can be. */
  readonly more: (count: number, isGrave: boolean) => string;
  readonly fewer: string;
  readonly children: ReactNode;
}

/**
 * Keeps many banners to one line: the most urgent is shown, and a button shows the rest. A folded banner is still read to
 * screen readers, and comes forward while the focus is in it.
 */
export const BannerStack = ({ label, more, fewer, children }: BannerStackProps) => {
  const [members, setMembers] = useState<readonly Member[]>([]);
  const [isWished, setWished] = useState(false);
  const enter = useCallback((member: Member) => {
    setMembers((before) => [...before, member]);
    return () => setMembers((before) => before.filter((one) => one !== member));
  }, []);
  const leading = leadingOf(members);
  const folded = members.filter((one) => one !== leading);
  const isOpen = isWished && folded.length > 0;
  const leadingElement = leading?.element ?? null;
  const stack = useMemo(() => ({ leading: leadingElement, isOpen, enter }), [leadingElement, isOpen, enter]);
  const isGrave = folded.some(({ tone }) => tone === 'grave');
  return (
    <div
      className={`ui-banner-stack ui-banner-stack--${leading?.tone ?? 'calm'}`}
      // Without a line there is nothing to find.
      {...(leading === null ? {} : { role: 'region', 'aria-label': label, tabIndex: -1 })}
    >
      <div className="ui-banner-stack__lines">
        <StackContext value={stack}>{children}</StackContext>
      </div>
      {folded.length === 0 ? null : (
        <button
          type="button"
          className="ui-banner-stack__more"
          aria-expanded={isOpen}
          onClick={() => setWished(!isOpen)}
        >
          <Icon name="chevron" size={16} />
          {isOpen ? fewer : more(folded.length, isGrave)}
        </button>
      )}
    </div>
  );
};
