/** What a bot answers to offers: yes, or one reason and a counter-offer on one dial. */
import { describe, expect, it } from 'vitest';
import { decide } from '../../shared/bots/index.ts';
import type { Package } from '../../shared/clauses/text.ts';
import type { Command } from '../../shared/game/commands/index.ts';
import { apply, check } from '../../shared/game/commands.ts';
import { viewFor } from '../../shared/game/rules.ts';
import type { Game } from '../../shared/game/state.ts';
import { keyOf } from '../../shared/orbits/table/chance.ts';
import type { OfferTerm } from '../../shared/terms/index.ts';
import { readFirstTest } from '../game/first-test.ts';
import { firstTalk } from '../game/table.ts';

const TEXT: Package = { N01: null, N06: 5, N10: 30, N17: null, lead: 'EU', road: 'open' };

function say(game: Game, seat: string, command: Command): Game {
  const actor = { role: 'bot', seat } as const;
  expect(check(game, actor, command, 0)).toBeNull();
  return apply(game, { seq: 1, at: 0, actor, id: `${seat} ${command.kind}`, command });
}

/** The talk after China has heard an offer of the United States, and what its bot then does. */
function offered(give: readonly OfferTerm[], get: readonly OfferTerm[]): { game: Game; answers: Command[] } {
  const tabled = say(firstTalk('bots'), 'EU', { kind: 'table', values: TEXT });
  const game = say(tabled, 'US', { kind: 'offer', to: 'CN', give, get });
  const view = viewFor(game, { kind: 'seat', seat: 'CN' });
  const answers = decide(view, readFirstTest(), keyOf('luck'), 1).filter((c) => c.kind !== 'table');
  return { game, answers };
}
const reasonIn = (answers: readonly Command[]) => answers.find((c) => c.kind === 'answer-offer');

describe('a bot that declines', () => {
  it('says that the text gives too little, and asks for one dial', () => {
    const { game, answers } = offered([{ kind: 'credits', credits: 1 }], [{ kind: 'sign', instrument: 'i1.EU' }]);
    expect(reasonIn(answers)).toMatchObject({ accept: false, why: 'text' });
    expect(answers.filter((c) => c.kind === 'offer')).toMatchObject([{ to: 'US', give: [], get: [{ kind: 'dial' }] }]);
    const told = viewFor(say(game, 'CN', answers[0]!), { kind: 'seat', seat: 'US' }).offers;
    expect(told.map((o) => [o.status, o.why])).toEqual([['declined', 'text']]);
  });

  it('says that more is asked than given', () => {
    const { answers } = offered([{ kind: 'credits', credits: 1 }], [{ kind: 'credits', credits: 3 }]);
    expect(answers).toMatchObject([{ kind: 'answer-offer', accept: false, why: 'price' }]);
  });

  it('says that it cannot pay', () => {
    const { answers } = offered([{ kind: 'credits', credits: 8 }], [{ kind: 'credits', credits: 8 }]);
    expect(answers).toMatchObject([{ kind: 'answer-offer', accept: false, why: 'money' }]);
  });

  it('gives no reason with a yes', () => {
    const { answers } = offered([{ kind: 'credits', credits: 2 }], [{ kind: 'share-data', turn: 1 }]);
    expect(answers.filter((c) => c.kind === 'answer-offer')).toEqual([
      { kind: 'answer-offer', offer: expect.any(String), accept: true },
    ]);
  });
});
