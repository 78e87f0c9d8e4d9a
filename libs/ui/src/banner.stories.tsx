// SPDX-License-Identifier: AGPL-3.0-or-later
import { Banner } from './banner';
import { Button } from './button';

export const Tones = () => (
  <>
    <Banner icon="eye">Sam is reading along.</Banner>
    <Banner tone="notice" icon="clock" actions={<Button size="small">Take a break</Button>}>
      Your break is due in 5 minutes.
    </Banner>
    <Banner tone="grave" icon="warn">
      You are offline. We're keeping your chats for you for 10 seconds.
    </Banner>
  </>
);

export const LongText = () => (
  <Banner tone="notice" icon="warn" actions={<Button size="small">Try again</Button>}>
    {'A sentence that is long enough to need more than one line on a phone and on a laptop. '.repeat(3)}
  </Banner>
);
