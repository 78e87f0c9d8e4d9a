// Runs before each file of the console's screen tests, in the place of what the library of testing does when it loads.
import { act, cleanup, configure } from '@testing-library/react';

// How long a test waits for what it looks for: long enough for a machine whose cores are busy.
configure({ asyncUtilTimeout: 60_000 });

// React says of changes outside `act` that they are.
Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);

// A dialog that closes gives the focus back in the next frame, which on a busy machine is after the test's own steps: a frame
// is a step of its own.
const requestFrame = globalThis.requestAnimationFrame;
globalThis.requestAnimationFrame = (callback) =>
  requestFrame((time) => {
    if (Reflect.get(globalThis, 'IS_REACT_ACT_ENVIRONMENT') === true) act(() => callback(time));
    else callback(time);
  });

afterEach(cleanup);
