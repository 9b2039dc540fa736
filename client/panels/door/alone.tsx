/** On the first page: play alone with bots, learn the game, go on with what was begun on this device. */
import { useEffect, useState } from 'preact/hooks';
import type { Solo } from '../../../shared/game/time/clock.ts';
import {
  type AloneAnswer,
  type AloneRequest,
  type GameCard,
  ROUTES,
  type ScenarioCard,
} from '../../../shared/protocol.ts';
import { type Refusal, refuse, type SeatId } from '../../../shared/vocabulary/index.ts';
import { addressOf } from '../../address.ts';
import { getJson, postJson } from '../../http.ts';
import { aloneGames, forgetAlone, keepAlone, keepKey } from '../../keys.ts';
import { shelf } from '../../shelf.ts';
import { language, t } from '../../text.ts';
import { Choice, Select } from '../parts/inputs.tsx';
import { Refused } from '../parts/parts.tsx';

const NAMES = 'fictional';

/** Makes a game for one person, keeps its key on this device, and opens it. A no is what comes back. */
async function begin(request: AloneRequest): Promise<Refusal> {
  const reply = await postJson<AloneAnswer>(ROUTES.alone, request);
  if ('refusal' in reply) return reply.refusal;
  const { code, key, delegate } = reply.value;
  keepKey(shelf, 'seat', code, { key, delegate });
  keepAlone(shelf, code);
  location.assign(addressOf('g', code));
  return new Promise(() => {});
}

/** What may be played, as the server has it. */
export const scenarioCards = () => getJson<readonly ScenarioCard[]>(ROUTES.scenarios);

/** Begins the lesson, which needs no choice. A no is what comes back. */
export async function learn(): Promise<Refusal> {
  const reply = await scenarioCards();
  if ('refusal' in reply) return reply.refusal;
  const lesson = reply.value.find((s) => s.lessonSeat !== null);
  if (!lesson?.lessonSeat) return refuse('server-fault');
  return begin({ scenario: lesson.id, names: NAMES, seat: lesson.lessonSeat, tempo: 'own', boldBots: false });
}

/** A game alone: which seat, which tempo, which bots. */
export function PlayAlone({ scenarios }: { readonly scenarios: readonly ScenarioCard[] }) {
  const scenario = scenarios.find((s) => s.lessonSeat === null);
  const [seat, setSeat] = useState<SeatId | null>(null);
  const [tempo, setTempo] = useState<Solo['tempo']>('own');
  const [boldBots, setBoldBots] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async (request: AloneRequest) => {
    if (busy) return;
    setBusy(true);
    setRefusal(await begin(request));
    setBusy(false);
  };
  const chosen = seat ?? scenario?.seats[0]?.id ?? '';
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (scenario) void go({ scenario: scenario.id, names: NAMES, seat: chosen, tempo, boldBots });
      }}
    >
      <h2>{t('alone.title')}</h2>
      <p class="muted">{t('alone.note')}</p>
      <Select
        label={t('alone.seat')}
        value={chosen}
        options={(scenario?.seats ?? []).map((s) => ({
          value: s.id,
          label: s.names[language.value] ?? Object.values(s.names)[0] ?? s.id,
        }))}
        onChange={setSeat}
      />
      <Choice
        label={t('alone.tempo')}
        value={tempo}
        options={[
          { value: 'own', label: t('alone.tempo.own') },
          { value: 'class', label: t('alone.tempo.class') },
        ]}
        onChange={setTempo}
      />
      <p class="muted small">{t(`alone.tempo.${tempo}.note`)}</p>
      <Choice
        label={t('alone.bots')}
        value={boldBots ? 'bold' : 'careful'}
        options={[
          { value: 'careful', label: t('alone.bots.careful') },
          { value: 'bold', label: t('alone.bots.bold') },
        ]}
        onChange={(bots) => setBoldBots(bots === 'bold')}
      />
      <p class="muted small">{t(boldBots ? 'alone.bots.bold.note' : 'alone.bots.careful.note')}</p>
      <button type="submit" class="button primary" aria-busy={busy || undefined} disabled={!scenario}>
        {t('alone.do')}
      </button>
      <Refused refusal={refusal} />
    </form>
  );
}

/** Games alone that were begun on this device and are not closed. */
export function Begun() {
  const [cards, setCards] = useState<readonly GameCard[]>([]);
  useEffect(() => {
    for (const code of aloneGames(shelf))
      void getJson<GameCard>(ROUTES.game(code)).then((reply) => {
        if ('value' in reply) {
          if (reply.value.phase !== 'closed') setCards((known) => [...known, reply.value]);
        } else if (reply.refusal.code === 'game-unknown') forgetAlone(shelf, code);
      });
  }, []);
  if (cards.length === 0) return null;
  return (
    <section class="home-begun" aria-label={t('alone.begun')}>
      <h2>{t('alone.begun')}</h2>
      {cards.map((card) => (
        <a key={card.code} class="button" href={addressOf('g', card.code)}>
          {t('alone.go-on', { code: card.code, phase: t(`phase.${card.phase}`), turn: card.turn })}
        </a>
      ))}
    </section>
  );
}
