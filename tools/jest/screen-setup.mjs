// How long a screen's test waits for what it looks for: long enough for a machine whose cores are busy.
const isVisitor = expect.getState().testPath?.includes('/apps/visitor/') === true;
const { configure } = isVisitor
  ? await import('@testing-library/preact')
  : await import('@testing-library/react');

configure({ asyncUtilTimeout: 60_000 });
