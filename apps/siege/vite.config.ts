import { programConfig } from '../../tools/vite/program-config';

export default programConfig('siege', ['main', 'attacker', 'honest', 'probe']);
