import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/** The server that `npm start` runs; `npx vite` passes calls on to it while the client is worked on. */
const GAME_SERVER = 'http://localhost:2567';

/** Parts of Phaser that its own build switches on and off by these names. */
const PHASER_SWITCHES: Readonly<Record<string, boolean>> = {
  CANVAS_RENDERER: true,
  WEBGL_RENDERER: true,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

/** Builds with the parts of Phaser that are used instead of the whole. */
const phaserInParts: Plugin = {
  name: 'phaser-in-parts',
  apply: 'build',
  config: () => ({
    resolve: { alias: [{ find: /^phaser$/, replacement: join(import.meta.dirname, 'client/sky/engine.js') }] },
  }),
  transform: {
    filter: { id: /\/phaser\/src\// },
    handler: (code) => code.replace(/typeof ([A-Z_0-9]+)\b/g, (all, name: string) => `${PHASER_SWITCHES[name] ?? all}`),
  },
};

export default defineConfig({
  root: 'client',
  // Whatever path the server stands under: the page says where its base is, parts find one another from where they are.
  base: './',
  plugins: [phaserInParts],
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
