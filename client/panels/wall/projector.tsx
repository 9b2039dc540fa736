import { useEffect } from 'preact/hooks';
import { valueOn } from '../../../shared/clauses/text.ts';
import type { News } from '../../../shared/game/news.ts';
import type { InstrumentView, View } from '../../../shared/game/view/view-shape.ts';
import type { SeatId } from '../../../shared/vocabulary/index.ts';
import { say, t } from '../../text.ts';
import { CodeCard, SeatPeople } from '../door/lobby.tsx';
import { Dim } from '../frame/dim.tsx';
import { Live } from '../frame/game.tsx';
import { fetchWhenIdle, lazy } from '../frame/lazy.tsx';
import { LineBanners } from '../frame/line.tsx';
import { NewsList } from '../frame/news.tsx';
import { Emblem, Emblems, useRoom, useView, yearIsOver } from '../frame/room.tsx';
import { ClockFace, SoundSwitch } from '../frame/topbar.tsx';
import { MapStage, Playback } from '../sky/map.tsx';
import { valueLabel } from '../texts/dials.ts';
import { useFit } from './fit.ts';
import { yearOnWall } from './year-on-wall.ts';

const Debrief = lazy(() => import('../debrief/debrief.tsx').then((part) => part.Debrief));
const WallPlot = lazy(() => import('../sky/gabbard.tsx').then((part) => part.WallPlot));
const NextYears = lazy(() => import('../debrief/next-years.tsx').then((part) => part.NextYears));

const NEWS_SHOWN = 4;
const TEXTS_SHOWN = 3;
const TONES = ['loud', 'warn', 'calm'] as const;

/** The last turn's news that matters most, in the order in which it happened. */
const headlines = (news: readonly News[]): readonly News[] =>
  news
    .filter((item) => item.turn === news.at(-1)?.turn)
    .toReversed()
    .sort((a, b) => TONES.indexOf(a.tone) - TONES.indexOf(b.tone))
    .slice(0, NEWS_SHOWN)
    .sort((a, b) => a.month - b.month);

/** What the phase is for, or why it is for nothing now. */
function helpOf(view: View): string {
  if (view.halted) return `halted.${view.halted}`;
  return yearIsOver(view) ? 'projector.year' : `phase.${view.clock.phase}.help`;
}

/** What the room sees on the wall: public facts only, large and calm. */
export function Projector() {
  const { model } = useRoom();
  const view = useView();
  const { clock } = view;
  useEffect(() => fetchWhenIdle([Playback, WallPlot, NextYears, Debrief]), []);
  if (clock.phase === 'lobby')
    return (
      <main class="page-body wall stack wide">
        <h1>{say(view.title)}</h1>
        {view.breath && <p>{say(view.breath)}</p>}
        <CodeCard code={model.code} />
        <div class="seat-list">
          {view.seats.map((seat) => (
            <SeatPeople key={seat.id} id={seat.id} />
          ))}
        </div>
        <LineBanners />
        <Live />
      </main>
    );
  if (clock.phase === 'debrief' || clock.phase === 'closed') return <WallDebrief />;
  const texts = view.instruments.filter(
    (i) => i.status === 'tabled' || i.status === 'adopted' || i.status === 'in-force',
  );
  // Those with most behind them; of equals the newest.
  const shown = texts
    .toReversed()
    .sort((a, b) => supportOf(b) - supportOf(a))
    .slice(0, TEXTS_SHOWN);
  return (
    <div class="projector">
      <header class="projector-head">
        <div>
          <h1>{t(`phase.${clock.phase}`)}</h1>
          <p>
            {t('turn.of', { n: clock.turn, of: clock.lastTurn })}
            {clock.pausedLeftMs !== null && ` · ${t('paused')}`}
            {` · ${t('wall.code', { code: model.code })}`}
          </p>
        </div>
        <p class="projector-help">{t(helpOf(view))}</p>
        <ClockFace />
        <SoundSwitch small />
      </header>
      {clock.phase === 'epilogue' ? (
        <main class="projector-years">
          <NextYears />
        </main>
      ) : (
        <main class="projector-sky" aria-label={t('panel.map')}>
          <MapStage calm />
        </main>
      )}
      <aside class="projector-news" aria-label={t('panel.news')}>
        <div class="treaty wall-texts">
          {texts.length === 0 && <p>{t('projector.no-text')}</p>}
          {shown.map((text, i) => (
            <WallText key={text.id} text={text} whole={i === 0} />
          ))}
        </div>
        <YearNews />
      </aside>
      <footer class="projector-seats">
        {view.seats.map((seat) => (
          <div key={seat.id} class="seat">
            <Emblem id={seat.id} big />
            <span class="stack tight">
              <span>{say(seat.name)}</span>
              <span class="muted">
                {seat.bot ? t('bot') : seat.ready ? t('ready.on') : t('present', { n: seat.present })}
              </span>
            </span>
          </div>
        ))}
      </footer>
      <LineBanners />
      <Dim />
      <Live />
    </div>
  );
}

/** The debrief on the wall: all of a step at once, as large as it can be. */
function WallDebrief() {
  const ref = useFit();
  return (
    <>
      <main class="debrief-wall" ref={ref}>
        <Debrief wall />
      </main>
      <LineBanners />
      <Live />
    </>
  );
}

/** Seats behind a text: those that signed it, and while it is talked about those that would. */
const behind = (text: InstrumentView): readonly SeatId[] => [
  ...new Set([...text.signatures.map((s) => s.seat), ...text.wouldSign]),
];
const supportOf = (text: InstrumentView): number => (text.status === 'in-force' ? 100 : behind(text).length);

/** A text on the wall: who stands behind it; `whole`: also what it says, dial by dial. */
function WallText({ text, whole }: { readonly text: InstrumentView; readonly whole: boolean }) {
  const view = useView();
  const clauses = view.dials.filter(({ dial }) => text.sentences.some((s) => s.dial === dial));
  return (
    <article class="wall-text">
      <div class="row apart">
        <h2>{t('paper.text.n', { n: text.number })}</h2>
        <Emblems ids={behind(text)} />
        <span>
          {text.status === 'tabled'
            ? t(view.clock.phase === 'negotiation' ? 'wall.would' : 'projector.signed', {
                have: view.clock.phase === 'negotiation' ? behind(text).length : text.signatures.length,
                needs: text.needs,
              })
            : t(`status.${text.status}`)}
        </span>
      </div>
      {whole && (
        <dl>
          {clauses.map(({ dial, label }) => (
            <div key={dial}>
              <dt>{say(label)}</dt>
              <dd>{valueLabel(view, dial, valueOn(text.values, dial))}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

/** The turn's headlines; while its year plays, the break-up that is on the map. */
function YearNews() {
  const { news } = useView();
  const played = yearOnWall.value;
  return played ? <WallPlot {...played} /> : <NewsList items={headlines(news)} />;
}
