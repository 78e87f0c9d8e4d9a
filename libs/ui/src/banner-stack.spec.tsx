import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactNode } from 'react';
import { Banner } from './banner';
import { BannerStack, OutsideStack } from './banner-stack';

const more = (count: number, isGrave: boolean): string => `${count} more${isGrave ? ', urgent' : ''}`;

const shown = (): readonly string[] =>
  [...document.querySelectorAll('.ui-banner:not(.ui-banner--folded)')].map(
    ({ textContent }) => textContent ?? '',
  );

const stack = (...lines: readonly ReactNode[]) =>
  render(
    <BannerStack label="Notices" more={more} fewer="Show one">
      {lines}
    </BannerStack>,
  );

describe('a stack of banners', () => {
  it('shows the most urgent, says how many there are behind it, and shows them all when asked', async () => {
    stack(
      <Banner key="1">calm</Banner>,
      <Banner key="2" tone="notice">
        notice
      </Banner>,
      <Banner key="3" tone="grave">
        grave
      </Banner>,
      <Banner key="4" tone="grave">
        grave too
      </Banner>,
    );
    expect(shown()).toEqual(['grave']);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: '3 more, urgent', expanded: false }));
    expect(shown()).toEqual(['calm', 'notice', 'grave', 'grave too']);
    await user.click(screen.getByRole('button', { name: 'Show one', expanded: true }));
    expect(shown()).toEqual(['grave']);
  });

  it('has no button for one line, nor for banners in a dialog or in another banner', () => {
    stack(
      <Banner key="1" tone="notice">
        outer <Banner tone="grave">inner</Banner>
      </Banner>,
      <OutsideStack key="2">
        <Banner tone="grave">in a dialog</Banner>
      </OutsideStack>,
    );
    expect(shown()).toEqual(['outer inner', 'inner', 'in a dialog']);
    expect(document.querySelector('.ui-banner-stack__more')).toBeNull();
  });

  it('an answer to what the person did comes first, and what comes or goes changes the line at once', () => {
    let say: (said: string | null) => void = () => {};
    const Answering = () => {
      const [said, setSaid] = useState<string | null>(null);
      say = setSaid;
      return said === null ? null : <Banner isAnswer>{said}</Banner>;
    };
    stack(
      <Banner key="1" tone="grave">
        grave
      </Banner>,
      <Answering key="2" />,
    );
    expect(shown()).toEqual(['grave']);
    act(() => say('taken already'));
    expect(shown()).toEqual(['taken already']);
    act(() => say(null));
    expect(shown()).toEqual(['grave']);
  });
});
