/** Plays the bot game of a seed in a process of its own and prints the hash of its state. */
import { stateHash } from '../../shared/game/hash.ts';
import { botGame, seats } from './tables.ts';

const bold = Object.fromEntries(seats.map((seat) => [seat, 'opportunist' as const]));
const { game, log } = botGame(process.argv[2]!, bold);
console.log(JSON.stringify({ stateHash: stateHash(game.state), entries: log.length }));
