// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';
import './mark.css';

export interface MarkProps {
  readonly tone?: 'plain' | 'accent' | 'notice' | 'grave' | 'strong';
  readonly icon?: IconName;
  readonly children: ReactNode;
}

/** A few words that stand out; the colour never says more than the words. */
export const Mark = ({ tone = 'plain', icon, children }: MarkProps) => (
  <span className={`ui-mark ui-mark--${tone}`}>
    {icon === undefined ? null : <Icon name={icon} size={14} />}
    {children}
  </span>
);

/** A dot that repeats the word beside it. */
export const Dot = ({ tone }: { readonly tone: 'on' | 'off' | 'notice' }) => (
  <span className={`ui-dot ui-dot--${tone}`} aria-hidden="true" />
);
