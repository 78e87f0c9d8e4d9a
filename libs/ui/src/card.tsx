// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  readonly title: string;
  /** One or two sentences under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** The title is on the page already, so here it only names the card. */
  readonly isTitleHidden?: boolean;
  readonly children: ReactNode;
}

/** One part of a page, with a border around it and a title that names it. */
export const Card = ({ title, lead, actions, isTitleHidden = false, children }: CardProps) => (
  <section className="ui-card" aria-label={title}>
    {isTitleHidden && lead === undefined ? null : (
      <div className="ui-card__head">
        <div className="ui-card__words">
          {isTitleHidden ? null : <h2 className="ui-card__title">{title}</h2>}
          {lead === undefined ? null : <p className="ui-card__lead">{lead}</p>}
        </div>
        {actions}
      </div>
    )}
    {children}
  </section>
);
