import { programConfig } from '../../tools/vite/program-config';

export default programConfig('storm', ['main']);
