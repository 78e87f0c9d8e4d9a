// Runs before each file of the console's screen tests, in the place of what the library of testing does when it loads.
import { cleanup, configure } from '@testing-library/react';

// How long a test waits for what it looks for: long enough for a machine whose cores are busy.
configure({ asyncUtilTimeout: 60_000 });

// React says of changes outside `act` that they are.
Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

afterEach(cleanup);
