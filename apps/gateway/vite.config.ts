import { programConfig } from '../../tools/vite/program-config';

export default programConfig('gateway', [
  'main',
  'worker',
  'migrate',
  'rotate-keys',
  'features/setup/list-judge',
  'features/setup/list-reader',
]);
