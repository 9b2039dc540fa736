/** Words of clause N01 in French: no destructive tests above an altitude. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n01: Messages = {
  'dial.N01': 'Essais destructeurs interdits au-dessus de',
  'dial.N01.note':
    'Interdit de fragmenter un objet dans l’espace par un missile tiré du sol, de la mer ou de l’air. Non couverts : les essais sans débris, et tout emploi qui n’est pas un essai.',
  'dial.N01.none': 'pas de clause',
  'dial.N01.0': '0 km (tous)',
  'dial.N01.300': '300 km',
  'dial.N01.500': '500 km',
  'clause.N01.all':
    'Aucune Partie ne procède à un essai destructeur à ascension directe contre un objet en orbite, à quelque altitude que ce soit.',
  'clause.N01.above':
    'Aucune Partie ne procède à un essai destructeur à ascension directe contre un objet situé au-dessus de {altitudeKm, number} km.',
  'column.texts.N01':
    'Essais destructeurs interdits au-dessus de cette altitude ; 0 : à toute altitude ; vide : pas de clause.',
};
