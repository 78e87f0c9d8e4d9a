// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react';
import { Button } from './button';
import { Empty, Waiting } from './empty';

export interface PanelStateProps<Content> {
  /** What is shown once it is there. */
  readonly content: Content | null | undefined;
  /** Said to screen readers while it loads. */
  readonly loading: string;
  /** How many lines of the shape of what is coming. */
  readonly lines?: number;
  readonly hasFailed: boolean;
  readonly failed: string;
  readonly tryAgain: string;
  readonly onTryAgain: () => void;
  readonly children: (content: Content) => ReactNode;
}

/** Content that is loaded: its shape while it loads, what happened and a way to try again when it failed. */
export const PanelState = <Content,>(props: PanelStateProps<Content>) => {
  const { content, loading, lines = 6, hasFailed, failed, tryAgain, onTryAgain, children } = props;
  if (content !== null && content !== undefined) return children(content);
  if (!hasFailed) return <Waiting label={loading} lines={lines} />;
  return <Empty icon="warn" title={failed} actions={<Button onPress={onTryAgain}>{tryAgain}</Button>} />;
};
