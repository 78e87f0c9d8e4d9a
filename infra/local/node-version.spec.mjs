import { complaintAboutNode } from './node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.3.1', '30.0.0'])('runs on %s', (version) => {
  expect(complaintAboutNode(version)).toBe('');
});

test.each(['10.24.1', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])(
  'asks for a newer one than %s',
  (version) => {
    expect(complaintAboutNode(version)).toContain(`this is ${version}`);
  },
);
