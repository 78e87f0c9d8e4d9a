// SPDX-License-Identifier: AGPL-3.0-or-later
import { Banner } from './banner';
import { BannerStack } from './banner-stack';
import { Button } from './button';

const more = (count: number, isGrave: boolean): string => `${count} more${isGrave ? ', urgent' : ''}`;

export const MostUrgentFirst = () => (
  <BannerStack label="What is new" more={more} fewer="Show fewer">
    <Banner icon="eye">Ana is reading along.</Banner>
    <Banner tone="notice" icon="clock" actions={<Button size="small">Take a break</Button>}>
      Your break is due in 5 minutes.
    </Banner>
    <Banner tone="grave" icon="warn" actions={<Button size="small">Make it urgent</Button>}>
      You have called your supervisors. Stay with the person and keep writing.
    </Banner>
  </BannerStack>
);

export const OneLine = () => (
  <BannerStack label="What is new" more={more} fewer="Show fewer">
    <Banner icon="eye">Ana is reading along.</Banner>
  </BannerStack>
);
