import react from '@vitejs/plugin-react';
import { pageConfig } from '../../tools/vite/page-config';

export default pageConfig('console', {
  base: '/console/',
  plugins: [react()],
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    // What hardly changes between versions is one file, which a browser keeps.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'libraries',
              test: /node_modules[\\/](@socket\.io|@tanstack|engine\.io-\w+|react|react-dom|scheduler|socket\.io-\w+|use-sync-external-store|zustand)[\\/]/,
            },
          ],
        },
      },
    },
  },
});
