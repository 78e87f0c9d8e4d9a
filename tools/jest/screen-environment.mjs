// The environment of the console's screen tests: Node's, with a page in the globals (page.mjs).
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';

import { TestEnvironment } from 'jest-environment-node';

import { Page } from './page.mjs';

/** Jest loads this file with `require` and looks for `default`. */
export const __esModule = true;

// The library of testing would clean up after the first file of a worker only: screen-setup.mjs does it for each.
process.env['RTL_SKIP_AUTO_CLEANUP'] = 'true';

const page = new Page();

export default class ScreenEnvironment extends TestEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    page.show();
  }

  /** @override */
  async teardown() {
    page.empty();
    // React and what watches the page finish what they have begun.
    await setImmediate();
    page.hide();
    await super.teardown();
  }
}
