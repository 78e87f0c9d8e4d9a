// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import './empty.css';
import { Icon, type IconName } from './icon';

export interface EmptyProps {
  readonly title: string;
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Shown in place of empty content: it says why, and what happens next. */
export const Empty = ({ title, icon, children, actions }: EmptyProps) => (
  <div className="ui-empty">
    {icon === undefined ? null : (
      <span className="ui-empty__drawing">
        <Icon name={icon} size={26} />
      </span>
    )}
    <p className="ui-empty__title">{title}</p>
    {children === undefined ? null : <div className="ui-empty__words">{children}</div>}
    {actions}
  </div>
);

/** A shape of what is coming, so that nothing moves when it comes. */
export const Waiting = ({ label, lines = 3 }: { readonly label: string; readonly lines?: number }) => (
  <div className="ui-waiting" role="status">
    <span className="ui-unseen">{label}</span>
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} className="ui-waiting__line" aria-hidden="true" />
    ))}
  </div>
);
