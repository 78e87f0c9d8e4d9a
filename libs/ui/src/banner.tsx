// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import './banner.css';
import { OutsideStack, useStacked, type BannerTone } from './banner-stack';
import { Icon, type IconName } from './icon';

export interface BannerProps {
  readonly tone?: BannerTone;
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Spoken politely when it appears. Off where something else speaks it. */
  readonly isSpoken?: boolean;
  /** Answers what the person has just done: it comes first in a stack. */
  readonly isAnswer?: boolean;
}

/** A line that stays until what it says is over. */
export const Banner = (props: BannerProps) => {
  const { tone = 'calm', icon, children, actions, isSpoken = true, isAnswer = false } = props;
  const { setElement, isFolded } = useStacked(tone, isAnswer);
  return (
    <div
      className={`ui-banner ui-banner--${tone}${isFolded ? ' ui-banner--folded' : ''}`}
      role={isSpoken ? 'status' : undefined}
      ref={setElement}
    >
      <OutsideStack>
        {icon === undefined ? null : <Icon name={icon} />}
        <div className="ui-banner__words">{children}</div>
        {actions === undefined ? null : <div className="ui-banner__actions">{actions}</div>}
      </OutsideStack>
    </div>
  );
};
