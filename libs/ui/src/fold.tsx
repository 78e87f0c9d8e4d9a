// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Heading } from 'react-aria-components/Dialog';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import './fold.css';
import { Icon } from './icon';

export interface FoldProps {
  readonly title: string;
  /** A few words beside the title, also seen while it is folded. */
  readonly mark?: ReactNode;
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly children: ReactNode;
}

/** A heading that opens and closes what is below it. */
export const Fold = ({ title, mark, isOpen, onChange, children }: FoldProps) => (
  <Disclosure className="ui-fold" isExpanded={isOpen} onExpandedChange={onChange}>
    <div className="ui-fold__top">
      <Heading level={2} className="ui-fold__title">
        <Button slot="trigger" className="ui-fold__toggle">
          <Icon name="chevron" size={16} />
          {title}
        </Button>
      </Heading>
      {mark}
    </div>
    <DisclosurePanel className="ui-fold__panel">{children}</DisclosurePanel>
  </Disclosure>
);
