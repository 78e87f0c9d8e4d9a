// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { OutsideStack } from './banner-stack';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Pressing outside closes it too. Off where something typed would go. */
  readonly isLight?: boolean;
}

/** One question over the page. Esc closes; focus comes back to where it was. */
export const Dialog = ({ title, isOpen, onClose, children, isLight = false }: DialogProps) => (
  <ModalOverlay
    className="ui-veil"
    isOpen={isOpen}
    isDismissable={isLight}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
  >
    <Modal className="ui-modal">
      <AriaDialog className="ui-dialog">
        <Heading slot="title" className="ui-dialog__title">
          {title}
        </Heading>
        <OutsideStack>{children}</OutsideStack>
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);

/** The row of buttons at a dialog's foot. */
export const DialogFoot = ({ children }: { readonly children: ReactNode }) => (
  <div className="ui-dialog__foot">{children}</div>
);
