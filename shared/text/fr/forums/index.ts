/** Mots des règles d’enceintes, en français. Une règle de plus qui en a est un fichier, et une ligne ici. */
import type { Messages } from '../../say.ts';
import { consensus } from './consensus.ts';

export const forums: Messages = { ...consensus };
