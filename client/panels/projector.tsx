import { say, t } from '../text.ts';
import { Debrief } from './debrief.tsx';
import { Live } from './game.tsx';
import { CodeCard, SeatPeople } from './lobby.tsx';
import { MapStage } from './map.tsx';
import { NewsList } from './news.tsx';
import { Emblem, Emblems, useRoom, useView } from './room.tsx';
import { ClockFace } from './topbar.tsx';

const NEWS_SHOWN = 4;

/** What the room sees on the wall: public facts only, large and calm. */
export function Projector() {
  const { model } = useRoom();
  const view = useView();
  const { clock } = view;
  if (clock.phase === 'lobby')
    return (
      <main class="page-body wall stack wide">
        <h1>{say(view.title)}</h1>
        <CodeCard code={model.code} />
        <div class="seat-list">
          {view.seats.map((seat) => (
            <SeatPeople key={seat.id} id={seat.id} />
          ))}
        </div>
        <Live />
      </main>
    );
  if (clock.phase === 'debrief' || clock.phase === 'closed')
    return (
      <main>
        <Debrief />
        <Live />
      </main>
    );
  const texts = view.instruments.filter(
    (i) => i.status === 'tabled' || i.status === 'adopted' || i.status === 'in-force',
  );
  return (
    <div class="projector">
      <header class="projector-head">
        <div>
          <h1>{t(`phase.${clock.phase}`)}</h1>
          <p>
            {t('turn.of', { n: clock.turn, of: clock.lastTurn })}
            {clock.pausedLeftMs !== null && ` · ${t('paused')}`}
          </p>
        </div>
        <ClockFace />
      </header>
      <main class="projector-sky" aria-label={t('panel.map')}>
        <MapStage calm />
      </main>
      <aside class="projector-news" aria-label={t('panel.news')}>
        {texts.slice(-2).map((text) => (
          <div key={text.id} class="treaty">
            <div class="row apart">
              <h3>{t('paper.text.n', { n: text.number })}</h3>
              <span class="foot">{t(`status.${text.status}`)}</span>
            </div>
            <p>{t('projector.signed', { have: text.signatures.length, needs: text.needs })}</p>
            <Emblems ids={text.signatures.map((s) => s.seat)} />
          </div>
        ))}
        <NewsList items={view.news.slice(-NEWS_SHOWN).toReversed()} />
      </aside>
      <footer class="projector-seats">
        {view.seats.map((seat) => (
          <div key={seat.id} class="seat">
            <Emblem id={seat.id} big />
            <span class="stack tight">
              <span>{say(seat.name)}</span>
              <span class="muted small">{seat.ready ? t('ready.on') : seat.bot ? t('bot') : t('talking')}</span>
            </span>
          </div>
        ))}
      </footer>
      <Live />
    </div>
  );
}
