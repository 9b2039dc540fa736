import { defineConfig } from 'vite';

/** The server that `npm start` runs; `npx vite` passes calls on to it while the client is worked on. */
const GAME_SERVER = 'http://localhost:2567';

export default defineConfig({
  root: 'client',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Phaser is one large, lazily loaded chunk
    chunkSizeWarningLimit: 1500,
  },
  server: {
    proxy: {
      '/api': GAME_SERVER,
      '/matchmake': GAME_SERVER,
    },
  },
});
