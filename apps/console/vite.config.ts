import react from '@vitejs/plugin-react';
import { pageConfig } from '../../tools/vite/page-config';

export default pageConfig('console', {
  base: '/console/',
  plugins: [react()],
  build: { target: ['chrome123', 'firefox121', 'safari17.5'] },
});
