// SPDX-License-Identifier: AGPL-3.0-or-later
import { PanelState } from './panel-state';

const words = {
  loading: 'Loading the queue',
  failed: 'The queue could not be loaded',
  tryAgain: 'Try again',
  onTryAgain: () => {},
};

export const Loading = () => (
  <PanelState<string> {...words} content={null} hasFailed={false}>
    {(content) => <p>{content}</p>}
  </PanelState>
);

export const Failed = () => (
  <PanelState<string> {...words} content={null} hasFailed>
    {(content) => <p>{content}</p>}
  </PanelState>
);

export const Loaded = () => (
  <PanelState {...words} content="Three people are waiting." hasFailed={false}>
    {(content) => <p>{content}</p>}
  </PanelState>
);
