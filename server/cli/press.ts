import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { newGame } from '../../shared/game/new-game.ts';
import { replay } from '../../shared/game/other-worlds/replay.ts';
import { viewFor } from '../../shared/game/rules.ts';
import { wordsFor } from '../../shared/game/view/words-for.ts';
import { type Article, type FrontPage, frontPages } from '../../shared/press/front-page.ts';
import { say } from '../../shared/text/say.ts';
import { type Words, words } from '../../shared/vocabulary/index.ts';
import { messagesOf } from '../records/languages.ts';
import { readStartSky } from '../skies.ts';
import { HEADLESS, readLog } from './logs.ts';
import { print, type Subcommand, WrongUse } from './subcommand.ts';

export const pressCommand: Subcommand = {
  about: 'prints the front pages of an exported game',
  usage: [
    'kessler press FILE [--language en] [--json]',
    '',
    '  --language L   en or fr',
    '',
    'One page for each year: headline, small stories, a line of the plenary, an invented notice; from public facts only.',
    'Example: npx kessler play --seed 7 --out game.jsonl && npx kessler press game.jsonl',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { language: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } },
    });
    const file = positionals[0];
    if (!file) throw new WrongUse('which file?');
    const { header, entries, texts } = readLog(readFileSync(file, 'utf8'));
    const { sky, hash } = readStartSky(header.scenario, header.thin);
    if (hash !== header.startSkyHash)
      throw new WrongUse(`${file}: its starting sky ${header.startSkyHash} is not the one here, ${hash}`);
    // Pages are public: the seed, which an unfinished game keeps, decides nothing that is folded from its log.
    const start = newGame(header.scenario, header.seed ?? '', sky, { thin: header.thin, names: header.names });
    const { game } = replay(start, entries, { resolve: false });
    const view = viewFor(game, { kind: 'projector' });
    const { language, messages } = messagesOf(values.language);
    const all = { ...messages, ...wordsFor(game.state, view, language) };
    const tell = (what: Words): string => say(all, language, what);
    // Headless games all have one code: their seeds tell them apart.
    const name = header.code === HEADLESS ? `${header.seed}` : header.code;
    const pages = frontPages(view, { game: name, typed: (id) => texts.get(id) ?? null });
    const told = pages.map((page) => [tell(words('press.year', { n: page.turn })), pageAsText(page, tell)] as const);
    print(Object.fromEntries(told), values.json);
    return 0;
  },
};

/** A page as lines: what stands on it, in the order of its size. */
const pageAsText = ({ lead, small, said, notice, plate }: FrontPage, tell: (what: Words) => string) => ({
  headline: tell(lead.headline),
  lead: factsOf(lead, tell),
  ...(plate ? { plate: tell(words('press.plate', { tracked: plate.tracked, altitudeKm: plate.altitudeKm })) } : {}),
  ...Object.fromEntries(small.map((one, i) => [`story ${i + 1}`, `${tell(one.headline)} | ${factsOf(one, tell)}`])),
  ...(said ? { said: `${said.line} (${tell(words('press.in-plenary', { who: words(`seat.${said.seat}`) }))})` } : {}),
  notice: `${tell(notice)} (${tell(words('press.invented'))})`,
});

const factsOf = ({ facts }: Article, tell: (what: Words) => string): string => facts.map(tell).join(' ');
