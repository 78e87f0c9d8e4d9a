// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import './banner.css';
import { Icon, type IconName } from './icon';

export interface BannerProps {
  readonly tone?: 'calm' | 'notice' | 'grave';
  readonly icon?: IconName;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Spoken politely when it appears. Off where something else speaks it. */
  readonly isSpoken?: boolean;
}

/** A line that stays until what it says is over. */
export const Banner = ({ tone = 'calm', icon, children, actions, isSpoken = true }: BannerProps) => (
  <div className={`ui-banner ui-banner--${tone}`} role={isSpoken ? 'status' : undefined}>
    {icon === undefined ? null : <Icon name={icon} />}
    <div className="ui-banner__words">{children}</div>
    {actions === undefined ? null : <div className="ui-banner__actions">{actions}</div>}
  </div>
);
