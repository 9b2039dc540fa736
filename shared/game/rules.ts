/** The game in seven functions. Whoever reads these signatures knows the program. */
export { apply, check } from './commands.ts';
export { newGame } from './new-game.ts';
export { forecast } from './other-worlds/forecast.ts';
export { skyFor } from './sight/overlay/overlay.ts';
export { resolveTurn } from './turn/resolve.ts';
export { type SeenBefore, viewAfter, viewFor } from './view/view.ts';
