// Runs before each file of screen tests of the visitor's page.
import { configure } from '@testing-library/preact';

import { answerStylesCheaply } from './computed-style.mjs';

// How long a test waits for what it looks for: long enough for a machine whose cores are busy.
configure({ asyncUtilTimeout: 60_000 });

answerStylesCheaply(window);
