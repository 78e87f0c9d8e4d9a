// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import './button.css';
import { Icon, type IconName } from './icon';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> {
  /** `main` at most once per panel; `grave` for what cannot be undone. */
  readonly kind?: 'main' | 'plain' | 'quiet' | 'grave';
  readonly size?: 'normal' | 'small';
  readonly icon?: IconName;
  readonly children?: ReactNode;
  /** Only the icon is seen; `aria-label` must say what it does. */
  readonly iconOnly?: boolean;
  /** Keeps the focus and its words while what was asked is under way; another press does nothing. */
  readonly isBusy?: boolean;
}

export const Button = (props: ButtonProps) => {
  const {
    kind = 'plain',
    size = 'normal',
    icon,
    iconOnly = false,
    isBusy = false,
    children,
    ...rest
  } = props;
  const shape = iconOnly ? ' ui-button--icon' : '';
  return (
    <AriaButton
      {...rest}
      {...(isBusy ? { onPress: () => {} } : {})}
      className={`ui-button ui-button--${kind} ui-button--${size}${shape}${isBusy ? ' ui-button--busy' : ''}`}
    >
      {icon === undefined ? null : <Icon name={icon} size={size === 'small' ? 16 : 18} />}
      {children}
    </AriaButton>
  );
};
