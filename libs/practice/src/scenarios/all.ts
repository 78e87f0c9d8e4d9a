import type { PracticeScenario } from '@warmline/vocabulary';
import type { Scenario } from '../scenario';
import { abusive } from './abusive';
import { lonely } from './lonely';
import { notSafe } from './not-safe';
import { silent } from './silent';
import { worriedAboutSomeone } from './worried-about-someone';

const BY_CODE: Readonly<Record<PracticeScenario, Scenario>> = {
  lonely,
  not_safe: notSafe,
  silent,
  abusive,
  worried_about_someone: worriedAboutSomeone,
};

export const scenarioOf = (code: PracticeScenario): Scenario => BY_CODE[code];

/** Every scenario, the gentlest first. */
export const SCENARIOS: readonly Scenario[] = Object.values(BY_CODE);
