import { withIsolatedTexts } from '../i18n/isolated';
import { min } from '../i18n/spans';

/** What is said of any figure, wherever it is shown. */
export const figureWords = withIsolatedTexts({
  percent: (share: number) => `${Math.round(share * 100)} %`,
  exactPercent: (share: number) => `${(share * 100).toFixed(1)} %`,
  share: (part: number, of: number) => `${part} of ${of}`,
  tooFew: 'too few to show',
  few: 'under 10',
  nothingYet: 'nothing yet',
  notMeasured: 'not measured yet',
  nobody: '–',
  byBand: (band: string, value: string) => `${band}: ${value}`,
  atLeast: (value: string) => `target: at least ${value}`,
  atMost: (value: string) => `target: at most ${value}`,
  between: (least: string, most: string) => `target: ${least} to ${most}`,
  isBelow: 'below target',
  isAbove: 'above target',
  /** Of what is marked without a target to name. */
  needsLook: 'needs a look',
  isFine: 'on target',
  means: (title: string) => `What “${title}” means`,
  minutes: min,
  seconds: (count: number) => `${count} s`,
  decimal: (value: number) => value.toFixed(1),
  nineInTen: (time: string) => `9 in 10 within ${time}`,
  urgent: 'Urgent',
  normal: 'Normal',
});
