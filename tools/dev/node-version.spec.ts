import { complaintAboutNode } from './node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '24.3.1', '30.0.0'])(
  'Warmline runs on Node %s',
  (version) => {
    expect(complaintAboutNode(version)).toBe('');
  },
);

it.each(['10.24.1', '18.20.8', '20.18.3', '21.7.3', '22.11.0'])(
  'Node %s is refused as too old',
  (version) => {
    expect(complaintAboutNode(version)).toContain(`this is ${version}`);
  },
);
