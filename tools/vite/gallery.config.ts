import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run stories`: every component of libs/ui on one page, on this machine only. */
export default defineConfig({
  root: fileURLToPath(new URL('../../libs/ui/gallery', import.meta.url)),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 4400 },
});
