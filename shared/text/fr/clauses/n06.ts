/** Words of clause N06 in French: leave low orbit within some years. Its title and values, its sentence, its column in the tables. */
import type { Messages } from '../../say.ts';

export const n06: Messages = {
  'dial.N06': 'Quitter l’orbite basse en',
  'dial.N06.note': 'Délai entre la fin d’une mission et la sortie de l’orbite basse.',
  'dial.N06.none': 'pas de clause',
  'dial.N06.10': '10 ans',
  'dial.N06.5': '5 ans',
  'clause.N06':
    'Chaque Partie retire ses étages et ses satellites de l’orbite basse dans les {years, number} ans qui suivent la fin de leur mission.',
  'column.texts.N06': 'Nombre d’années, après la mission, pour quitter l’orbite basse ; vide : pas de clause.',
};
