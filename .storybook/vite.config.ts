// Of the stories, while they are looked at, built or tested.
import { defineConfig } from 'vite';
import { mockWorker } from '../scripts/mock-worker.ts';

export default defineConfig({
  plugins: [mockWorker()],
  // Beside the site, no page of the stories is the first one.
  build: { target: 'es2022', chunkSizeWarningLimit: 2000 },
});
