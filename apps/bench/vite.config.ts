import { programConfig } from '../../tools/vite/program-config';

export default programConfig('bench', ['bench', 'loader', 'skeleton', 'probe']);
