/** What the wall says by itself, in French. */
export const wall = {
  'wall.medal.ready': 'prête',
  'wall.medal.silent': 'silencieuse jusqu’ici',
  'wall.free': 'libre',
  'wall.sealing':
    '{n, plural, =0 {Aucun ordre n’est encore scellé.} one {Une délégation sur {of} a scellé ses ordres.} other {{n} délégations sur {of} ont scellé leurs ordres.}}',
  'wall.sealed': 'scellé',
  'wall.unsealed': 'pas encore scellé',
};
