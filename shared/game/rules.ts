/** The game in seven functions. Whoever reads these signatures knows the program. */
export { apply, check } from './commands.ts';
export { forecast } from './forecast.ts';
export { newGame } from './new-game.ts';
export { skyFor } from './overlay.ts';
export { resolveTurn } from './resolve.ts';
export { viewFor } from './view.ts';
