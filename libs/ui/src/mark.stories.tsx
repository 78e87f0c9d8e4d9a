// SPDX-License-Identifier: AGPL-3.0-or-later
import { Dot, Mark } from './mark';

const TONES = ['plain', 'accent', 'notice', 'grave', 'strong'] as const;

export const Tones = () => (
  <>
    {TONES.map((tone) => (
      <Mark key={tone} tone={tone} icon="clock">
        {tone}
      </Mark>
    ))}
  </>
);

export const Dots = () => (
  <>
    <span>
      <Dot tone="on" /> Available
    </span>
    <span>
      <Dot tone="notice" /> Full
    </span>
    <span>
      <Dot tone="off" /> Away
    </span>
  </>
);
